import { type Calendar, describeLimit, hasDue, type Limit } from '@onewindow/clocks';
import type { LicenseType } from '@onewindow/processes';
import { shiftDay } from '../clocks/shiftDay.ts';
import type { Text } from '../errors/appError.ts';

/** When a renewal may be asked for: Shanghai days, first and last included. */
export interface RenewalWindow {
  from?: string;
  latest?: string;
  /** The rule in words, with its article. */
  rule: Text;
}

/**
 * When the renewal of a license that is valid until a day may be asked for, by the item's own rule (`license.renewal`);
 * undefined where there is none.
 */
export function renewalWindow(
  renewal: LicenseType['renewal'],
  validTo: string,
  calendar: Calendar,
): RenewalWindow | undefined {
  if (renewal === undefined) return undefined;
  const day = (limit: Limit | undefined) =>
    limit === undefined || !hasDue(limit) ? undefined : shiftDay(validTo, limit, -1, calendar);
  const from = day(renewal.earliest);
  const latest = day(renewal.latest);
  return {
    ...(from === undefined ? {} : { from }),
    ...(latest === undefined ? {} : { latest }),
    rule: ruleOf(renewal),
  };
}

function ruleOf({ earliest, latest, cite }: NonNullable<LicenseType['renewal']>): Text {
  const article = earliest?.cite ?? cite ?? latest.cite;
  const [first, last] = [earliest && describeLimit(earliest), describeLimit(latest)];
  return {
    'zh-CN': `${article ?? ''}有效期届满前${first === undefined ? '' : `${first['zh-CN']}至`}${last['zh-CN']}申请延续`,
    en: `renewal is asked for ${first === undefined ? 'at least' : `${first.en} to`} ${last.en} before expiry${article === undefined ? '' : ` (${article})`}`,
  };
}
