import { deflateSync } from 'node:zlib';
import { colourOperands, num, tint } from './colour.ts';

export interface Frame {
  readonly width: number;
  readonly height: number;
  readonly style: 'guilloche' | 'double' | 'plain';
  readonly colour: string;
  readonly accent: string;
  readonly rosette: boolean;
}

const drawn = new Map<string, Uint8Array>();

/** Deflated operators of a certificate's frame and pale rosette. Kept per frame, since drawing is slow. */
export function frameContent(frame: Frame): Uint8Array {
  const key = JSON.stringify(frame);
  const known = drawn.get(key);
  if (known) return known;
  const parts = [background(frame)];
  if (frame.rosette) parts.push(rosette(frame));
  parts.push(frame.style === 'guilloche' ? woven(frame) : ruled(frame));
  const content = deflateSync(Buffer.from(parts.join('\n'), 'latin1'));
  if (drawn.size > 50) drawn.clear();
  drawn.set(key, content);
  return content;
}

function background(frame: Frame): string {
  return `${colourOperands(tint(frame.colour, 0.025))} rg 0 0 ${num(frame.width)} ${num(frame.height)} re f`;
}

function ruled(frame: Frame): string {
  const lines = [rectangle(frame, 30, 2.6, frame.colour)];
  if (frame.style === 'double') lines.push(rectangle(frame, 37, 0.8, frame.accent));
  return lines.join('\n');
}

function rectangle(frame: Frame, inset: number, weight: number, colour: string): string {
  const size = `${num(frame.width - 2 * inset)} ${num(frame.height - 2 * inset)}`;
  return `${colourOperands(colour)} RG ${num(weight)} w ${num(inset)} ${num(inset)} ${size} re S`;
}

/** A band of interlaced waves between two rules, with a rosette on each corner. */
function woven(frame: Frame): string {
  const middle = 41;
  const band = 11;
  const parts = [
    `${colourOperands(tint(frame.colour, 0.09))} rg`,
    `${num(middle - band)} ${num(middle - band)} ${num(frame.width - 2 * (middle - band))} ${num(frame.height - 2 * (middle - band))} re`,
    `${num(middle + band)} ${num(middle + band)} ${num(frame.width - 2 * (middle + band))} ${num(frame.height - 2 * (middle + band))} re f*`,
  ];
  const corner = middle + 15;
  const sides = [
    { length: frame.width - 2 * corner, at: (t: number, o: number): Point => [corner + t, middle + o] },
    {
      length: frame.width - 2 * corner,
      at: (t: number, o: number): Point => [corner + t, frame.height - middle - o],
    },
    { length: frame.height - 2 * corner, at: (t: number, o: number): Point => [middle + o, corner + t] },
    {
      length: frame.height - 2 * corner,
      at: (t: number, o: number): Point => [frame.width - middle - o, corner + t],
    },
  ];
  const strands = 8;
  for (const { length, at } of sides) {
    const waves = Math.round(length / 34);
    for (let strand = 0; strand < strands; strand++) {
      const phase = (strand / strands) * 2 * Math.PI;
      const colour = strand % 2 === 0 ? frame.colour : frame.accent;
      const offset = (t: number): number => {
        const angle = (t / length) * waves * 2 * Math.PI;
        return (band - 1.6) * Math.sin(angle + phase) * (0.62 + 0.38 * Math.cos(angle / 2 + phase * 2));
      };
      parts.push(`${colourOperands(tint(colour, 0.85))} RG 0.42 w`);
      parts.push(
        polyline(Math.ceil(length / 2.2), (share) => at(share * length, offset(share * length))),
        'S',
      );
    }
  }
  parts.push(
    rectangle(frame, middle - band, 1.5, frame.colour),
    rectangle(frame, middle + band, 0.9, frame.colour),
  );
  parts.push(
    rectangle(frame, middle - band - 3.2, 0.5, frame.accent),
    rectangle(frame, middle + band + 3.2, 0.5, frame.accent),
  );
  for (const [x, y] of [
    [middle, middle],
    [frame.width - middle, middle],
    [middle, frame.height - middle],
    [frame.width - middle, frame.height - middle],
  ] as const) {
    parts.push(cornerRosette(x, y, frame));
  }
  return parts.join('\n');
}

function cornerRosette(x: number, y: number, frame: Frame): string {
  const size = 17;
  const box = `${num(x - size)} ${num(y - size)} ${num(2 * size)} ${num(2 * size)} re`;
  const parts = [
    `${colourOperands(tint(frame.colour, 0.06))} rg ${box} f`,
    `${colourOperands(frame.colour)} RG 1.2 w ${box} S`,
  ];
  for (let ring = 0; ring < 5; ring++) {
    const colour = ring % 2 === 0 ? frame.colour : frame.accent;
    parts.push(`${colourOperands(tint(colour, 0.9))} RG 0.4 w`);
    parts.push(
      polyline(160, (share) => {
        const angle = share * 2 * Math.PI;
        const reach = size * (0.86 - ring * 0.13) * (0.8 + 0.2 * Math.cos(8 * angle + ring * 0.7));
        return [x + reach * Math.cos(angle), y + reach * Math.sin(angle)];
      }),
      's',
    );
  }
  return parts.join('\n');
}

/** A pale engine-turned rosette in the middle of the page. */
function rosette(frame: Frame): string {
  const [x, y] = [frame.width / 2, frame.height / 2];
  const size = Math.min(frame.width, frame.height) * 0.34;
  const parts = [`${colourOperands(tint(frame.colour, 0.1))} RG 0.45 w`];
  for (let ring = 0; ring < 26; ring++) {
    const share = ring / 26;
    const base = size * (0.16 + 0.84 * share);
    const petals = 12;
    parts.push(
      polyline(320, (t) => {
        const angle = t * 2 * Math.PI;
        const wave =
          0.075 * Math.cos(petals * angle + share * Math.PI * 4) + 0.03 * Math.cos(2 * petals * angle);
        const reach = base * (1 + wave);
        return [x + reach * Math.cos(angle), y + reach * Math.sin(angle)];
      }),
      's',
    );
  }
  return parts.join('\n');
}

type Point = readonly [number, number];

function polyline(steps: number, at: (share: number) => Point): string {
  const points: string[] = [];
  for (let step = 0; step <= steps; step++) {
    const [x, y] = at(step / steps);
    points.push(`${x.toFixed(1)} ${y.toFixed(1)} ${step === 0 ? 'm' : 'l'}`);
  }
  return points.join('\n');
}
