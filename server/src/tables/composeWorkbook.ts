import writeExcelFile from 'write-excel-file/node';
import type { Table, TableCell } from './table.ts';

/** A workbook with a sheet for each table; 20,000 rows take seconds in which its thread answers nobody. */
export function composeWorkbook(tables: readonly Table[]): Promise<Uint8Array> {
  return writeExcelFile(
    tables.map(({ sheet, headings, rows }) => ({
      ...(sheet === undefined ? {} : { sheet }),
      data: [
        headings.map((value) => ({ value, type: String, fontWeight: 'bold' as const })),
        ...rows.map((row) => row.map(cellOf)),
      ],
      columns: headings.map((_, at) => ({ width: widthOf(headings, rows, at) })),
      stickyRowsCount: 1,
    })),
  ).toBuffer();
}

function cellOf(value: TableCell) {
  if (value === null) return null;
  return typeof value === 'number' ? { value, type: Number } : { value, type: String };
}

/** Rows that tell how wide a column is. */
const looked = 200;

function widthOf(headings: readonly string[], rows: Table['rows'], at: number): number {
  const wide = (text: string) => [...text].reduce((sum, sign) => sum + (sign > '\u2e80' ? 2 : 1), 0);
  const texts = [headings[at] ?? '', ...rows.slice(0, looked).map((row) => String(row[at] ?? ''))];
  return Math.min(48, Math.max(...texts.map(wide)) + 2);
}
