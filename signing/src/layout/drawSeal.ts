import type { PDFContext, PDFRef } from 'pdf-lib';
import { colourOperands, num } from './colour.ts';
import { deflated } from './deflated.ts';
import { type Typeface, typeface } from './fonts.ts';
import { circle, outlineOf, star } from './outline.ts';

/** A round official seal 公章: body's name along the arc, star, optional title under it, code at the foot. */
export interface SealAppearance {
  readonly name: string;
  readonly code: string;
  /** Such as 行政审批专用章. */
  readonly title?: string;
}

/** Diameter of a county-level body's seal: 42 mm, in points. */
export const SEAL_DIAMETER = (42 / 25.4) * 72;
const red = '#d0121b';
const drawn = new Map<string, string>();

/**
 * Content stream of a seal of the given diameter, drawn with vectors only (glyphs as outlines, no font needed).
 * Kept per appearance: a body seals many documents.
 */
export function sealContent(seal: SealAppearance, diameter: number, faces: SealFonts): string {
  const key = JSON.stringify([seal.name, seal.code, seal.title ?? '', diameter]);
  const known = drawn.get(key);
  if (known) return known;
  const radius = diameter / 2;
  const ring = radius * 0.055;
  const colour = colourOperands(red);
  const content = [
    `q /Ink gs ${colour} rg ${colour} RG ${num(ring)} w`,
    circle(radius, radius, radius - ring / 2 - 0.5),
    'S',
    star(radius, radius + (seal.title ? radius * 0.05 : 0), radius * 0.31),
    'f',
    arcName(seal.name, radius, faces.name, seal.title ? 214 : 244),
    'f',
    seal.title ? `${straight(seal.title, radius, faces.name)}\nf` : '',
    arcCode(seal.code, radius, faces.code),
    'f',
    'Q',
  ].join('\n');
  if (drawn.size > 500) drawn.clear();
  drawn.set(key, content);
  return content;
}

export interface SealFonts {
  readonly name: Typeface;
  readonly code: Typeface;
}

/** Registers the seal as a form XObject that fits its box, ink multiplied over the print below. */
export async function sealForm(
  context: PDFContext,
  visible: { box: { width: number; height: number }; seal: SealAppearance },
): Promise<PDFRef> {
  const fonts = { name: await typeface('serifBold'), code: await typeface('sansMedium') };
  const { width, height } = visible.box;
  const diameter = Math.min(width, height);
  return context.register(
    deflated(context, sealContent(visible.seal, diameter, fonts), {
      Type: 'XObject',
      Subtype: 'Form',
      BBox: [0, 0, width, height],
      Group: { S: 'Transparency' },
      Resources: { ExtGState: { Ink: { Type: 'ExtGState', BM: 'Multiply', ca: 0.92, CA: 0.92 } } },
    }),
  );
}

/** Name clockwise over the top, each glyph upright on the circle and narrowed as engravers do. */
function arcName(name: string, radius: number, face: Typeface, span: number): string {
  const characters = [...name];
  const step = Math.min(27, span / Math.max(characters.length - 1, 1));
  const height = radius * 0.29;
  const middle = radius * 0.735;
  const width = Math.min(height * 0.82, ((step * Math.PI) / 180) * (middle - height * 0.36) * 0.96);
  return characters
    .map((character, index) => {
      const angle = 90 - (index - (characters.length - 1) / 2) * step;
      return upright(face, character, { radius, middle, angle, turn: angle - 90, width, height });
    })
    .join('\n');
}

/** Code counter-clockwise along the foot, read from left to right. */
function arcCode(code: string, radius: number, face: Typeface): string {
  const characters = [...code];
  const step = Math.min(7.2, 100 / Math.max(characters.length - 1, 1));
  const height = radius * 0.115;
  return characters
    .map((character, index) => {
      const angle = 270 + (index - (characters.length - 1) / 2) * step;
      return upright(face, character, {
        radius,
        middle: radius * 0.845,
        angle,
        turn: angle - 270,
        width: height,
        height,
      });
    })
    .join('\n');
}

/** Title on a straight line under the star. */
function straight(title: string, radius: number, face: Typeface): string {
  const characters = [...title];
  const size = Math.min(radius * 0.2, (radius * 1.08) / characters.length);
  const left = radius - (characters.length * size) / 2;
  return characters
    .map((character, index) =>
      outlineOf(face, character, [size, 0, 0, size * 1.15, left + index * size, radius * 0.42]),
    )
    .join('\n');
}

/** A glyph whose centre lies on a circle, turned by `turn` degrees and scaled to width × height. */
function upright(
  face: Typeface,
  character: string,
  place: { radius: number; middle: number; angle: number; turn: number; width: number; height: number },
): string {
  const angle = (place.angle * Math.PI) / 180;
  const turn = (place.turn * Math.PI) / 180;
  const advance = face.advance(character.codePointAt(0) ?? 0);
  const [a, b] = [place.width * Math.cos(turn), place.width * Math.sin(turn)];
  const [c, d] = [-place.height * Math.sin(turn), place.height * Math.cos(turn)];
  const centreX = place.radius + place.middle * Math.cos(angle);
  const centreY = place.radius + place.middle * Math.sin(angle);
  // the middle of an em box lies at 0.38 em above the baseline
  return outlineOf(face, character, [
    a,
    b,
    c,
    d,
    centreX - a * (advance / 2) - c * 0.38,
    centreY - b * (advance / 2) - d * 0.38,
  ]);
}
