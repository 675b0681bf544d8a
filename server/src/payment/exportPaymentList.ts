import { createHash } from 'node:crypto';
import type { AppContext } from '../app/appContext.ts';
import { AppError } from '../errors/appError.ts';
import { type Actor, asAuthor } from '../identity/actor.ts';
import { requirePurpose } from '../licenses/recordUse.ts';
import { newId } from '../store/newId.ts';
import { exportRows } from './exportRows.ts';
import { readPaymentList } from './paymentScope.ts';
import { writeCsv } from './writeCsv.ts';
import { writeXlsx } from './writeXlsx.ts';

export const exportMediaTypes = {
  csv: 'text/csv; charset=utf-8',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
} as const;

/**
 * A payment list as a file for the bank, with a stated purpose: who took it, why, in which format and with which digest
 * is written into its use log before it is handed out.
 * Throws AppError `notFound`, `purposeRequired`, `exportFormatUnknown`, and what `exportRows` throws.
 */
export async function exportPaymentList(input: {
  app: AppContext;
  actor: Actor;
  id: string;
  format: 'csv' | 'xlsx';
  purpose: string | undefined;
}): Promise<{ bytes: Uint8Array; name: string }> {
  const { app, actor, id, format } = input;
  const list = await readPaymentList(app, actor, id);
  if (list.departmentId !== actor.department.id) throw new AppError('forbidden');
  const purpose = requirePurpose(input.purpose);
  if (!list.formats.includes(format)) throw new AppError('exportFormatUnknown');
  const table = await exportRows(app, list);
  const bytes = format === 'csv' ? writeCsv(table) : await writeXlsx(table, list.period);
  await app.models.paymentLog.create({
    _id: newId(),
    schemaVersion: 1,
    tenant: app.tenant,
    listId: list._id,
    at: app.time.now(),
    type: 'exported',
    by: asAuthor(actor),
    purpose,
    details: { format, lines: table.rows.length, sha256: createHash('sha256').update(bytes).digest('hex') },
  });
  return { bytes, name: `${list.itemName['zh-CN']}发放清单${list.period}.${format}` };
}
