import { num } from './colour.ts';
import type { Typeface } from './fonts.ts';

/** Affine matrix of PDF: [a b c d e f]. */
export type Matrix = readonly [number, number, number, number, number, number];

/** Path operators of a character's outline under a matrix that maps em units to points. Fill it with `f`. */
export function outlineOf(face: Typeface, character: string, matrix: Matrix): string {
  const glyph = face.glyph(character.codePointAt(0) ?? 0);
  if (!glyph) return '';
  const unit = 1 / face.font.unitsPerEm;
  const [a, b, c, d, e, f] = matrix;
  const at = (x: number, y: number): [number, number] => [
    a * x * unit + c * y * unit + e,
    b * x * unit + d * y * unit + f,
  ];
  const text = ([x, y]: [number, number]): string => `${num(x)} ${num(y)}`;
  const parts: string[] = [];
  let pen: [number, number] = [0, 0];
  for (const { command, args } of glyph.path.commands) {
    const [p0 = 0, p1 = 0, p2 = 0, p3 = 0, p4 = 0, p5 = 0] = args;
    if (command === 'moveTo' || command === 'lineTo') {
      pen = at(p0, p1);
      parts.push(`${text(pen)} ${command === 'moveTo' ? 'm' : 'l'}`);
    } else if (command === 'quadraticCurveTo') {
      const control = at(p0, p1);
      const end = at(p2, p3);
      parts.push(`${text(towards(pen, control))} ${text(towards(end, control))} ${text(end)} c`);
      pen = end;
    } else if (command === 'bezierCurveTo') {
      pen = at(p4, p5);
      parts.push(`${text(at(p0, p1))} ${text(at(p2, p3))} ${text(pen)} c`);
    } else if (command === 'closePath') {
      parts.push('h');
    }
  }
  return parts.join('\n');
}

/** A cubic control point from a quadratic one: two thirds of the way. */
function towards(from: [number, number], control: [number, number]): [number, number] {
  return [from[0] + (2 / 3) * (control[0] - from[0]), from[1] + (2 / 3) * (control[1] - from[1])];
}

/** Path operators of a circle. */
export function circle(x: number, y: number, radius: number): string {
  const k = radius * 0.5523;
  const p = (...values: number[]): string => values.map(num).join(' ');
  return [
    `${p(x + radius, y)} m`,
    `${p(x + radius, y + k, x + k, y + radius, x, y + radius)} c`,
    `${p(x - k, y + radius, x - radius, y + k, x - radius, y)} c`,
    `${p(x - radius, y - k, x - k, y - radius, x, y - radius)} c`,
    `${p(x + k, y - radius, x + radius, y - k, x + radius, y)} c h`,
  ].join('\n');
}

/** Path operators of a five-pointed star standing on two points. */
export function star(x: number, y: number, radius: number): string {
  const inner = (radius * Math.sin(Math.PI / 10)) / Math.sin((7 * Math.PI) / 10);
  const points = Array.from({ length: 10 }, (_, index) => {
    const angle = Math.PI / 2 + (index * Math.PI) / 5;
    const reach = index % 2 === 0 ? radius : inner;
    return `${num(x + reach * Math.cos(angle))} ${num(y + reach * Math.sin(angle))}`;
  });
  return `${points.map((point, index) => `${point} ${index === 0 ? 'm' : 'l'}`).join('\n')} h`;
}
