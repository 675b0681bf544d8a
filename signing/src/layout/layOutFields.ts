import { breakLines } from './breakLines.ts';
import type { Canvas, TextStyle } from './Canvas.ts';

export const LABEL: TextStyle = { font: 'serifBold', size: 14, colour: '#3a3020' };
export const VALUE: TextStyle = { font: 'serif', size: 14.5 };

export interface FlowingField {
  readonly label: string;
  readonly value: string;
  readonly span: 1 | 2;
}

/** Rows of label and underlined value, labels spread to one width as on paper licenses. Draws after measuring. */
export function layOutFields(
  canvas: Canvas,
  fields: readonly FlowingField[],
  box: {
    left: number;
    right: number;
    top: number;
    columns: 1 | 2;
    scale: number;
    statement: string | undefined;
  },
): { height: number; rows: number; fits: { lines: number; label: number }[]; draw(extra: number): void } {
  const label = { ...LABEL, size: 14 * box.scale };
  const value = { ...VALUE, size: 14.5 * box.scale };
  const leading = 21 * box.scale;
  const gap = 8 * box.scale;
  const gutter = 26;
  const longest = Math.max(4, ...fields.map((field) => [...field.label].length));
  const labelWidth = Math.min(longest, 9) * label.size + 4;
  const full = box.right - box.left;
  const half = (full - gutter) / 2;

  const fits: { lines: number; label: number }[] = [];
  const rows: { field: FlowingField; x: number; width: number; lines: string[] }[][] = [];
  let open = false;
  for (const field of fields) {
    const wide = box.columns === 1 || field.span === 2;
    const width = wide ? full : half;
    const lines = breakLines(field.value, width - labelWidth - 16, (part) => canvas.measure(part, value));
    fits.push({ lines: lines.length, label: Math.min(1, labelWidth / canvas.measure(field.label, label)) });
    const cell = { field, width, lines, x: box.left };
    const last = rows.at(-1);
    if (!wide && open && last) {
      last.push({ ...cell, x: box.left + half + gutter });
      open = false;
    } else {
      rows.push([cell]);
      open = !wide;
    }
  }
  const heightOf = (row: (typeof rows)[number]): number =>
    Math.max(...row.map((cell) => cell.lines.length)) * leading + gap;
  const words = box.statement
    ? breakLines(box.statement, full, (part) => canvas.measure(part, value), value.size * 2)
    : [];
  const height = rows.reduce((sum, row) => sum + heightOf(row), 0) + words.length * leading + 12;
  return {
    height,
    rows: rows.length,
    fits,
    draw(extra) {
      let y = box.top - 6 - extra / 2;
      for (const row of rows) {
        for (const cell of row) {
          spread(canvas, cell.field.label, cell.x, y - leading + 4, labelWidth, label);
          const left = cell.x + labelWidth + 14;
          cell.lines.forEach((line, index) => {
            const baseline = y - leading * (index + 1) + 4;
            canvas.text(0, line, left, baseline, value);
            const rule = `${(left - 3).toFixed(1)} ${(baseline - 5).toFixed(1)} m ${(cell.x + cell.width).toFixed(1)} ${(baseline - 5).toFixed(1)} l`;
            canvas.draw(0, `0.62 0.56 0.42 RG 0.45 w ${rule} S`);
          });
        }
        y -= heightOf(row) + extra;
      }
      words.forEach((line, index) => {
        canvas.text(
          0,
          line,
          box.left + (index === 0 ? value.size * 2 : 0),
          y - leading * (index + 1) + 4,
          value,
        );
      });
    },
  };
}

/** A label spread over the width, colon after it. */
function spread(canvas: Canvas, text: string, x: number, y: number, width: number, style: TextStyle): void {
  const count = [...text].length;
  const natural = canvas.measure(text, style);
  const spacing = count > 1 && natural < width ? (width - natural) / (count - 1) : 0;
  const size = natural > width ? (style.size * width) / natural : style.size;
  canvas.text(0, text, x, y, { ...style, size, spacing });
  canvas.text(0, '：', x + width, y, style);
}
