import QRCode from 'qrcode';
import { num } from './colour.ts';

/** Path operators (fill with `f`) of a QR code, `size` points wide without quiet zone, error correction M, or L for long texts so that the
 * squares stay large enough to be read. */
export function qrPath(text: string, x: number, y: number, size: number): string {
  const { modules } = QRCode.create(text, { errorCorrectionLevel: text.length > 300 ? 'L' : 'M' });
  const cell = size / modules.size;
  const parts: string[] = [];
  for (let row = 0; row < modules.size; row++) {
    for (let column = 0; column < modules.size; column++) {
      if (!modules.get(row, column)) continue;
      let run = 1;
      while (column + run < modules.size && modules.get(row, column + run)) run++;
      const top = y + size - (row + 1) * cell;
      parts.push(`${num(x + column * cell)} ${num(top)} ${num(run * cell)} ${num(cell)} re`);
      column += run - 1;
    }
  }
  return parts.join('\n');
}
