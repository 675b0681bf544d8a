import { createHash } from 'node:crypto';
import { SigningError } from '../SigningError.ts';
import { breakLines } from './breakLines.ts';
import { Canvas } from './Canvas.ts';
import { SEAL_DIAMETER } from './drawSeal.ts';
import { frameContent } from './guilloche.ts';
import { interpolate } from './interpolate.ts';
import type { Composition, FieldFit, LicenseData, LicenseFit } from './LayoutWriter.ts';
import { LABEL, layOutFields, VALUE } from './layOutFields.ts';
import { drawLicensePictures, readLicensePictures } from './licensePictures.ts';
import { type LicenseTemplate, type LicenseTemplateInput, licenseTemplateSchema } from './licenseTemplate.ts';
import { qrPath } from './qrCode.ts';

const mm = 72 / 25.4;
/** Points that the frame takes at each edge. */
const EDGE = 40;

/**
 * Draws a license certificate on one A4 page: frame, title, number, fields, QR code, place of the seal, identifier.
 * The same input gives the same bytes.
 * Throws `templateDataMissing` naming the path, `licenseTooLong` (`fields`: positions of the longest) when the fields do not
 * fit the page even at the smallest size, a ZodError when the template is not one.
 */
export async function composeLicense(
  template: LicenseTemplateInput,
  data: LicenseData,
): Promise<Composition> {
  const plan = licenseTemplateSchema.parse(template);
  const landscape = plan.page.orientation === 'landscape';
  const [width, height] = landscape ? [841.89, 595.28] : [595.28, 841.89];
  const fill = (text: string): string => interpolate(text, data.values);
  const canvas = await Canvas.create({
    title: fill(plan.title),
    author: fill(plan.signature.body),
    at: data.at,
    identity: createHash('sha256')
      .update(JSON.stringify([plan, data]))
      .digest('hex')
      .slice(0, 32),
  });
  await canvas.useFonts('serif', 'serifBold', 'sans', 'sansMedium');
  const pictures = await readLicensePictures(canvas, plan, data.values);
  canvas.addPage(width, height);
  const frame = frameContent({ width, height, rosette: plan.rosette, ...plan.border });
  canvas.place(0, canvas.form(frame, width, height));

  const side = landscape ? 92 : 84;
  let y = height - (landscape ? 108 : 132);
  y = drawTitle(canvas, plan, fill, { width, y });
  const footTop = 64 + SEAL_DIAMETER + 22;
  const room = { left: side, right: width - side, top: y, bottom: footTop };
  const table = drawFields(canvas, plan, fill, room);
  const placed: FieldFit[] = [];
  for (const [index, field] of plan.fields.entries()) {
    if (field.x === undefined || field.y === undefined) continue;
    const left = field.x * mm;
    const baseline = height - field.y * mm;
    const label = `${fill(field.label)}：`;
    canvas.text(0, label, left, baseline, LABEL);
    const indent = canvas.measure(label, LABEL);
    const measure = (part: string): number => canvas.measure(part, VALUE);
    const space = (field.width ?? 80) * mm - indent;
    const lines = breakLines(fill(field.value), space, measure);
    lines.forEach((text, at) => {
      canvas.text(0, text, left + indent, baseline - at * 20, VALUE);
    });
    const right = left + indent + Math.max(...lines.map(measure));
    const outside =
      right > width - EDGE || baseline - (lines.length - 1) * 20 < EDGE || baseline > height - EDGE;
    placed.push({ index, lines: lines.length, label: 1, outside });
  }
  const over = drawLicensePictures(canvas, pictures, { width, height, edge: EDGE });
  const sealBox = drawFoot(canvas, plan, fill, { width, side, qr: data.qr });
  const fit: LicenseFit = {
    scale: table.scale,
    fields: [...table.fields, ...placed].sort((a, b) => a.index - b.index),
    wide: [...widePartsOf(canvas, plan, fill, { width, side }), ...(over ? ['pictures'] : [])],
  };
  return {
    pdf: await canvas.save(),
    pages: 1,
    sealBox,
    missingCharacters: [...canvas.missingCharacters],
    fit,
  };
}

/** Lines outside of the table that are longer than the room they have; points. */
function widePartsOf(
  canvas: Canvas,
  plan: LicenseTemplate,
  fill: Fill,
  at: { width: number; side: number },
): string[] {
  const full = at.width - 2 * EDGE;
  const parts = [
    [
      'title',
      fill(plan.title),
      { font: 'serifBold', size: Math.min(46, (at.width - 240) / ([...fill(plan.title)].length * 1.22)) },
      full,
    ],
    [
      'number',
      plan.number && `${fill(plan.number.label)}：${fill(plan.number.value)}`,
      { font: 'sansMedium', size: 11.5 },
      at.width - 2 * at.side,
    ],
    // The QR code stands to the left of it.
    [
      'signature',
      `${plan.signature.label}：${fill(plan.signature.body)}`,
      { font: 'serif', size: 14 },
      at.width - 2 * at.side - 120,
    ],
    [
      'identifier',
      `${plan.identifier.label}：${fill(plan.identifier.value)}`,
      { font: 'sans', size: 8 },
      full,
    ],
    ['footer', plan.footer && fill(plan.footer), { font: 'sans', size: 7.5 }, full],
  ] as const;
  return parts
    .filter(([, text, style, room]) => text !== undefined && canvas.measure(text, style) > room)
    .map(([name]) => name);
}

type Fill = (text: string) => string;

function drawTitle(
  canvas: Canvas,
  plan: LicenseTemplate,
  fill: Fill,
  at: { width: number; y: number },
): number {
  const landscape = plan.page.orientation === 'landscape';
  const title = fill(plan.title);
  const count = [...title].length;
  const size = Math.min(46, (at.width - 240) / (count * 1.22));
  const spacing = count > 12 ? 1 : size * 0.2;
  const style = { font: 'serifBold', size, spacing, colour: plan.titleColour } as const;
  let y = at.y;
  canvas.text(0, title, (at.width - canvas.measure(title, style) + spacing) / 2, y, style);
  y -= 22;
  if (plan.subtitle) {
    const small = { font: 'serif', size: 11, spacing: 1, colour: '#6b5a2e' } as const;
    const text = fill(plan.subtitle);
    canvas.text(0, text, (at.width - canvas.measure(text, small)) / 2, y, small);
    y -= 12;
  }
  if (plan.number) {
    const text = `${fill(plan.number.label)}：${fill(plan.number.value)}`;
    const style = { font: 'sansMedium', size: 11.5, colour: '#333333' } as const;
    y -= landscape ? 12 : 22;
    canvas.text(0, text, at.width - (landscape ? 92 : 84) - canvas.measure(text, style), y, style);
    y -= 10;
  }
  return y;
}

function drawFields(
  canvas: Canvas,
  plan: LicenseTemplate,
  fill: Fill,
  room: { left: number; right: number; top: number; bottom: number },
): { scale: number; fields: FieldFit[] } {
  const flowing = plan.fields
    .map((field, index) => ({ ...field, index }))
    .filter((field) => field.x === undefined || field.y === undefined)
    .map((field) => ({
      index: field.index,
      label: fill(field.label),
      value: fill(field.value),
      span: field.span,
    }));
  const statement = plan.statement ? fill(plan.statement) : undefined;
  for (const scale of [1, 0.92, 0.84, 0.76, 0.68, 0.6]) {
    const layout = layOutFields(canvas, flowing, { ...room, columns: plan.columns, scale, statement });
    if (layout.height > room.top - room.bottom) continue;
    // what is left over is shared out between the rows, so that a short license does not hang at the top
    layout.draw(Math.min((room.top - room.bottom - layout.height) / (layout.rows + 1), 11 * scale));
    const fields = flowing.map(({ index }, at) => ({
      index,
      lines: layout.fits[at]?.lines ?? 1,
      label: layout.fits[at]?.label ?? 1,
      outside: false,
    }));
    return { scale, fields };
  }
  const smallest = layOutFields(canvas, flowing, { ...room, columns: plan.columns, scale: 0.6, statement });
  const most = Math.max(...smallest.fits.map(({ lines }) => lines));
  const longest = flowing.filter((_, at) => smallest.fits[at]?.lines === most).map(({ index }) => index);
  throw new SigningError(
    'licenseTooLong',
    '证照内容过长，一页排不下',
    'the fields of the license do not fit on one page',
    { fields: longest.join(',') },
  );
}

function drawFoot(
  canvas: Canvas,
  plan: LicenseTemplate,
  fill: Fill,
  at: { width: number; side: number; qr: string },
): Composition['sealBox'] {
  const size = 98;
  const base = 92;
  canvas.draw(
    0,
    `1 g ${at.side - 5} ${base - 5} ${size + 10} ${size + 10} re f 0 g ${qrPath(at.qr, at.side, base, size)}\nf`,
  );
  const caption = { font: 'sans', size: 8.5, colour: '#444444' } as const;
  const text = fill(plan.qr.caption);
  canvas.text(0, text, at.side + (size - canvas.measure(text, caption)) / 2, base - 18, caption);

  const label = { font: 'serifBold', size: 13, colour: '#333333' } as const;
  const value = { font: 'serif', size: 14 } as const;
  const rows = [
    [plan.signature.label, fill(plan.signature.body)],
    [plan.signature.dateLabel, fill(plan.signature.date)],
  ] as const;
  const labelWidth = Math.max(...rows.map(([name]) => canvas.measure(`${name}：`, label)));
  const valueWidth = Math.max(...rows.map(([, body]) => canvas.measure(body, value)));
  const left = at.width - at.side - Math.max(valueWidth, SEAL_DIAMETER) - 2;
  rows.forEach(([name, body], index) => {
    const y = base + 52 - index * 28;
    canvas.text(0, `${name}：`, left - labelWidth, y, label);
    canvas.text(0, body, left, y, value);
  });
  const identifier = `${plan.identifier.label}：${fill(plan.identifier.value)}`;
  const small = { font: 'sans', size: 8, colour: '#555555' } as const;
  canvas.text(0, identifier, (at.width - canvas.measure(identifier, small)) / 2, 61.5, small);
  if (plan.footer) {
    const footer = fill(plan.footer);
    const tiny = { ...small, size: 7.5, colour: '#777777' };
    canvas.text(0, footer, (at.width - canvas.measure(footer, tiny)) / 2, 18, tiny);
  }
  const centre = left + Math.min(valueWidth, 190) / 2;
  return {
    page: 0,
    x: centre - SEAL_DIAMETER / 2,
    y: base + 43 - SEAL_DIAMETER / 2,
    width: SEAL_DIAMETER,
    height: SEAL_DIAMETER,
  };
}
