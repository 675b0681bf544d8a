import { stringify } from 'csv-stringify/sync';
import { composeInThread } from './composeInThread.ts';
import { composeWorkbook } from './composeWorkbook.ts';
import type { Table } from './table.ts';

export type { Table, TableCell } from './table.ts';

export const tableTypes = {
  csv: 'text/csv; charset=utf-8',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
} as const;
export const tableFormats = ['csv', 'xlsx'] as const satisfies readonly (keyof typeof tableTypes)[];
export type TableFormat = keyof typeof tableTypes;

/**
 * A table as a file: CSV (RFC 4180, UTF-8 with its mark, so that Chinese opens rightly) or a workbook. A text that a spreadsheet
 * would run as a formula is written with an apostrophe before it (CSV) or as a text cell.
 */
export async function writeTable(table: Table, format: TableFormat): Promise<Uint8Array> {
  if (format === 'xlsx') return writeWorkbook([table]);
  const options = { bom: true, escape_formulas: true, record_delimiter: 'windows' } as const;
  return Buffer.from(stringify([[...table.headings], ...table.rows.map((row) => [...row])], options), 'utf8');
}

/** Rows from which a workbook is written beside the server: fewer take some tens of milliseconds. */
const many = 1_000;

/** Several tables as the sheets of one workbook; headings stay in sight and columns fit their texts. */
export function writeWorkbook(tables: readonly Table[]): Promise<Uint8Array> {
  const rows = tables.reduce((sum, table) => sum + table.rows.length, 0);
  return rows < many ? composeWorkbook(tables) : composeInThread(tables);
}
