import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';

/** jsqr is CommonJS whose typed default export is the module itself at run time. */
const jsqr = createRequire(import.meta.url)('jsqr') as typeof import('jsqr').default;

/** Dots an inch at which the page is drawn: enough for a QR code of 20 mm. */
const resolution = '200';

/** Reads the QR code printed on the first page of a PDF, as a phone would. Throws when there is none. */
export async function readQrCode(pdf: Uint8Array): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'onewindow-qr-'));
  try {
    await writeFile(join(folder, 'page.pdf'), pdf);
    const parameters = [
      '-r',
      resolution,
      '-f',
      '1',
      '-singlefile',
      join(folder, 'page.pdf'),
      join(folder, 'page'),
    ];
    await promisify(execFile)('pdftoppm', parameters);
    const { width, height, rgba } = readPixels(await readFile(join(folder, 'page.ppm')));
    const found = jsqr(rgba, width, height);
    if (found === null) throw new Error('no QR code on the page');
    return found.data;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** Pixels of a binary PPM (P6), with an alpha channel added. */
function readPixels(ppm: Buffer): { width: number; height: number; rgba: Uint8ClampedArray } {
  const head = /^P6\s+(\d+)\s+(\d+)\s+255\s/.exec(ppm.subarray(0, 64).toString('latin1'));
  if (head === null) throw new Error('not a binary PPM');
  const [width, height] = [Number(head[1]), Number(head[2])];
  const rgb = ppm.subarray(head[0].length);
  const rgba = new Uint8ClampedArray(width * height * 4).fill(255);
  for (let pixel = 0; pixel < width * height; pixel += 1)
    for (let channel = 0; channel < 3; channel += 1)
      rgba[pixel * 4 + channel] = rgb[pixel * 3 + channel] ?? 0;
  return { width, height, rgba };
}
