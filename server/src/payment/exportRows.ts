import type { AppContext } from '../app/appContext.ts';
import { maskValue } from '../cases/maskValue.ts';
import { AppError } from '../errors/appError.ts';
import { yuanOf } from './fen.ts';
import { linesOfList } from './linesOfList.ts';
import { ListHash } from './listHash.ts';
import type { PaymentListDocument } from './model.ts';

/** What an export says: headings and rows of text, the amount last, and the sum. */
export interface ExportTable {
  headings: string[];
  rows: string[][];
  sum: string;
}

const kinds = { period: '当期', arrears: '补发', returned: '退回重发' } as const;

/**
 * The lines of a closed list for export, columns covered as the pack says. Its hash is proved again first.
 * Throws AppError `paymentListOpen` while it is being made, `paymentListAltered` when a line is not what was closed.
 */
export async function exportRows(app: AppContext, list: PaymentListDocument): Promise<ExportTable> {
  if (list.state !== 'closed') throw new AppError('paymentListOpen');
  const lines = await linesOfList(app, list._id);
  const hash = new ListHash();
  const rows = lines.map((line, index) => {
    hash.add(line);
    const row = app.cipher.open<Record<string, string>>(line.sealedRow, line._id);
    return [
      String(index + 1),
      line.caseNo,
      line.period,
      kinds[line.kind],
      ...list.columns.map(({ key, mask }) => maskValue(row[key] ?? '', mask)),
      yuanOf(line.amountFen),
    ];
  });
  const sumFen = lines.reduce((sum, { amountFen }) => sum + amountFen, 0);
  if (hash.digest() !== list.hash || sumFen !== list.sumFen || lines.length !== list.count)
    throw new AppError('paymentListAltered');
  return {
    headings: [
      '序号',
      '编号',
      '所属期',
      '类别',
      ...list.columns.map(({ title }) => title['zh-CN']),
      '实发金额（元）',
    ],
    rows,
    sum: yuanOf(sumFen),
  };
}
