import { mapOntoCorners } from './mapOntoCorners.ts';
import { type Corners, findCorners, type GreyPicture, pageSize } from './pageShape.ts';

export const tones = ['colour', 'grey', 'contrast'] as const;
export type Tone = (typeof tones)[number];

/** Longest side of a page that is sent, in pixels: A4 at 210 dpi. */
const longest = 2400;
/** Side of the small picture in which the page is looked for, in pixels. */
const lookAt = 240;

/** The corners of the page in a photograph, in its own pixels; undefined where none is seen. */
export function findPage(photo: ImageBitmap): Corners | undefined {
  const scale = Math.min(1, lookAt / Math.max(photo.width, photo.height));
  const width = Math.max(1, Math.round(photo.width * scale));
  const height = Math.max(1, Math.round(photo.height * scale));
  const { data } = pixelsOf(photo, width, height);
  const grey: GreyPicture = { width, height, pixels: new Uint8ClampedArray(width * height) };
  for (let at = 0; at < grey.pixels.length; at += 1) grey.pixels[at] = brightness(data, at * 4);
  return findCorners(grey)?.map(({ x, y }) => ({ x: x / scale, y: y / scale })) as Corners | undefined;
}

/** The page between its corners, straight, as a JPEG. Throws Error when the browser cannot draw it. */
export async function straighten(photo: ImageBitmap, corners: Corners, tone: Tone): Promise<Blob> {
  const { width, height } = pageSize(corners, longest);
  const source = pixelsOf(photo, photo.width, photo.height);
  const target = new ImageData(width, height);
  const map = mapOntoCorners(corners);
  for (let y = 0; y < height; y += 1)
    for (let x = 0; x < width; x += 1) {
      const from = map(x / width, y / height);
      copyPixel(source, from.x, from.y, target.data, (y * width + x) * 4);
    }
  if (tone !== 'colour') toGrey(target.data, tone === 'contrast');
  const canvas = canvasOf(width, height);
  penOf(canvas).putImageData(target, 0, 0);
  return new Promise((resolve, reject) =>
    canvas.toBlob(
      (blob) => (blob === null ? reject(new Error('no picture')) : resolve(blob)),
      'image/jpeg',
      0.85,
    ),
  );
}

/** Mixes the four pixels around a point that lies between them. */
function copyPixel(source: ImageData, x: number, y: number, target: Uint8ClampedArray, to: number): void {
  const { width, height, data } = source;
  const left = Math.min(width - 2, Math.max(0, Math.floor(x)));
  const top = Math.min(height - 2, Math.max(0, Math.floor(y)));
  const [right, low] = [Math.min(1, Math.max(0, x - left)), Math.min(1, Math.max(0, y - top))];
  const at = (top * width + left) * 4;
  for (let channel = 0; channel < 3; channel += 1) {
    const here = at + channel;
    const upper = (data[here] ?? 0) * (1 - right) + (data[here + 4] ?? 0) * right;
    const under = here + width * 4;
    const lower = (data[under] ?? 0) * (1 - right) + (data[under + 4] ?? 0) * right;
    target[to + channel] = upper * (1 - low) + lower * low;
  }
  target[to + 3] = 255;
}

function toGrey(data: Uint8ClampedArray, stretch: boolean): void {
  let [darkest, brightest] = [255, 0];
  for (let at = 0; at < data.length; at += 4) {
    const grey = brightness(data, at);
    data[at] = grey;
    darkest = Math.min(darkest, grey);
    brightest = Math.max(brightest, grey);
  }
  // Paper becomes white and ink black; the last eighth at both ends is cut off.
  const span = Math.max(1, brightest - darkest) * 0.75;
  const from = darkest + (brightest - darkest) * 0.125;
  for (let at = 0; at < data.length; at += 4) {
    const grey = data[at] ?? 0;
    const value = stretch ? ((grey - from) * 255) / span : grey;
    data[at] = data[at + 1] = data[at + 2] = value;
  }
}

function brightness(data: Uint8ClampedArray, at: number): number {
  return 0.299 * (data[at] ?? 0) + 0.587 * (data[at + 1] ?? 0) + 0.114 * (data[at + 2] ?? 0);
}

function pixelsOf(photo: ImageBitmap, width: number, height: number): ImageData {
  const canvas = canvasOf(width, height);
  const pen = penOf(canvas);
  pen.drawImage(photo, 0, 0, width, height);
  return pen.getImageData(0, 0, width, height);
}

function canvasOf(width: number, height: number): HTMLCanvasElement {
  const canvas = document.createElement('canvas');
  canvas.width = width;
  canvas.height = height;
  return canvas;
}

function penOf(canvas: HTMLCanvasElement): CanvasRenderingContext2D {
  const pen = canvas.getContext('2d', { willReadFrequently: true });
  if (pen === null) throw new Error('no canvas');
  return pen;
}
