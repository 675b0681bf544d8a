import writeExcelFile from 'write-excel-file/node';
import type { ExportTable } from './exportRows.ts';

/**
 * The list as a workbook: every cell is text, so that account numbers keep their digits and nothing is run as a formula;
 * only the amounts are numbers with two decimals.
 */
export async function writeXlsx({ headings, rows, sum }: ExportTable, sheet: string): Promise<Uint8Array> {
  const text = (value: string) => ({ value, type: String });
  const amount = (value: string) => ({ value: Number(value), type: Number, format: '0.00' });
  const line = (cells: string[]) => [...cells.slice(0, -1).map(text), amount(cells.at(-1) ?? '0')];
  return writeExcelFile(
    [
      headings.map((value) => ({ ...text(value), fontWeight: 'bold' as const })),
      ...rows.map(line),
      line(['合计', ...headings.slice(2).map(() => ''), sum]),
    ],
    { sheet, columns: headings.map((heading) => ({ width: Math.max(10, heading.length * 2 + 8) })) },
  ).toBuffer();
}
