import type { LicenseType } from '@onewindow/processes';
import type { AppContext } from '../app/appContext.ts';

/**
 * Allocates the number 证照编号 of a new license after the pack's `numberFormat`, and its serial for the identifier.
 * Each is handed out once; a crash leaves a gap, never a duplicate.
 */
export async function licenseNumber(
  app: AppContext,
  type: Pick<LicenseType, 'numberFormat' | 'typeCode'>,
  day: string,
): Promise<{ licenseNo: string; serial: string; versionNo: 0; _id?: never }> {
  const year = day.slice(0, 4);
  const yearly = type.numberFormat.includes('{year}');
  const series = `license:${type.typeCode}${yearly ? `:${year}` : ''}`;
  const next = await app.numbers.next(app.tenant, series);
  const licenseNo = type.numberFormat
    .replaceAll('{division}', app.tenant)
    .replaceAll('{year}', year)
    .replace(/\{serial:(\d)\}/g, (_whole, digits: string) => String(next).padStart(Number(digits), '0'));
  return { licenseNo, serial: `${year}${String(next).padStart(6, '0')}`, versionNo: 0 };
}
