import type { LicenseType } from '@onewindow/processes';
import type { AppContext } from '../app/appContext.ts';
import { type CaseFacts, readSource } from './readSource.ts';

/**
 * Allocates the number 证照编号 of a new license after the pack's `numberFormat`, and its serial for the identifier.
 * Each is handed out once; a crash leaves a gap, never a duplicate. Where another system gives the number (`numberFrom`)
 * it is taken from the case. Throws Error when it is not there.
 */
export async function licenseNumber(
  app: AppContext,
  type: Pick<LicenseType, 'numberFormat' | 'typeCode' | 'numberFrom'>,
  day: string,
  facts: CaseFacts,
): Promise<{ licenseNo: string; serial: string }> {
  const year = day.slice(0, 4);
  const yearly = type.numberFormat.includes('{year}');
  const series = `license:${type.typeCode}${yearly ? `:${year}` : ''}`;
  const next = await app.numbers.next(app.tenant, series);
  const serial = `${year}${String(next).padStart(6, '0')}`;
  if (type.numberFrom !== undefined) {
    const given = readSource(facts, type.numberFrom);
    if (typeof given !== 'string' || given === '') throw new Error(`no number at ${type.numberFrom}`);
    return { licenseNo: given, serial };
  }
  const licenseNo = type.numberFormat
    .replaceAll('{division}', app.tenant)
    .replaceAll('{year}', year)
    .replace(/\{serial:(\d)\}/g, (_whole, digits: string) => String(next).padStart(Number(digits), '0'));
  return { licenseNo, serial };
}
