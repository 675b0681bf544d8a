import { stringify } from 'csv-stringify/sync';
import writeExcelFile from 'write-excel-file/node';

export const tableTypes = {
  csv: 'text/csv; charset=utf-8',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
} as const;
export type TableFormat = keyof typeof tableTypes;

/** Null is an empty cell; a number stays a number in a workbook. */
export type TableCell = string | number | null;

export interface Table {
  /** Name of its sheet in a workbook, 31 characters at most. */
  sheet?: string;
  headings: readonly string[];
  rows: readonly (readonly TableCell[])[];
}

/**
 * A table as a file: CSV (RFC 4180, UTF-8 with its mark, so that Chinese opens rightly) or a workbook. A text that a spreadsheet
 * would run as a formula is written with an apostrophe before it (CSV) or as a text cell.
 */
export async function writeTable(table: Table, format: TableFormat): Promise<Uint8Array> {
  if (format === 'xlsx') return writeWorkbook([table]);
  const options = { bom: true, escape_formulas: true, record_delimiter: 'windows' } as const;
  return Buffer.from(stringify([[...table.headings], ...table.rows.map((row) => [...row])], options), 'utf8');
}

/** Several tables as the sheets of one workbook; headings stay in sight and columns fit their texts. */
export function writeWorkbook(tables: readonly Table[]): Promise<Uint8Array> {
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
