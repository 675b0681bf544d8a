import { stringify } from 'csv-stringify/sync';
import type { ExportTable } from './exportRows.ts';

/**
 * The list as CSV (RFC 4180, UTF-8 with byte order mark, so that spreadsheets read Chinese). A text that a spreadsheet
 * would run as a formula (`=`, `+`, `-`, `@` in front) is written with an apostrophe before it.
 */
export function writeCsv({ headings, rows, sum }: ExportTable): Uint8Array {
  const total = ['合计', ...headings.slice(2).map(() => ''), sum];
  const text = stringify([headings, ...rows, total], {
    bom: true,
    escape_formulas: true,
    record_delimiter: 'windows',
  });
  return Buffer.from(text, 'utf8');
}
