import type { LicenseType } from '@onewindow/processes';
import { lastValidDay } from './lastValidDay.ts';
import { keepsTerm, type LicenseAction } from './licenseActions.ts';
import type { LicenseContent } from './licenseContent.ts';
import { type CaseFacts, readSource, writeOut } from './readSource.ts';

/**
 * What stands on a license: what the case gives, and what it leaves out as on the license it replaces. A reissue repeats
 * the lost one; an amendment keeps its term; a renewal starts a new one on the day of the decision, or, where the pack
 * says so, on the day after the old one.
 * Throws RangeError when a decided length is out of range.
 */
export function composeContent(options: {
  facts: CaseFacts;
  /** Signatures that the case holds, by key. */
  pictures: Readonly<Record<string, string>>;
  type: LicenseType;
  action: LicenseAction;
  /** Content of the license that is replaced. */
  old: LicenseContent | undefined;
  numbers: Pick<LicenseContent, 'identifier' | 'licenseNo'>;
  issuer: LicenseContent['issuer'];
  /** Shanghai day of issue. */
  day: string;
}): LicenseContent {
  const { facts, type, action, old, numbers, issuer, day } = options;
  const given = (source: string, before: string | undefined) =>
    String(readSource(facts, source) ?? '') || (before ?? '');
  const holder = {
    name: given(type.holderFrom.name, old?.holder.name),
    code: given(type.holderFrom.code, old?.holder.code),
    kind: given(type.holderFrom.kind, old?.holder.kind),
  };
  const fields = Object.fromEntries(
    Object.entries(type.fields).map(([key, field]) => [
      key,
      writeOut(facts, field) || (old?.fields[key] ?? ''),
    ]),
  );
  const signed = Object.entries(options.pictures).map(([key, picture]) => [
    key,
    picture || (old?.pictures?.[key] ?? ''),
  ]);
  const pictures =
    signed.length === 0 ? {} : { pictures: Object.fromEntries(signed) as Record<string, string> };
  const common = { ...numbers, ...pictures, name: type.name['zh-CN'], issuer, issueDay: day };
  if (old !== undefined && action === 'reissue')
    return {
      ...common,
      holder: old.holder,
      validFrom: old.validFrom,
      validTo: old.validTo,
      fields: old.fields,
      ...(old.pictures === undefined ? {} : { pictures: old.pictures }),
    };
  if (old !== undefined && keepsTerm.includes(action))
    return { ...common, holder, validFrom: old.validFrom, validTo: old.validTo, fields };
  const validFrom = startOfTerm(type, action, old, day);
  return { ...common, holder, validFrom, validTo: lastValidDay(facts, type.validity, validFrom), fields };
}

function startOfTerm(
  type: LicenseType,
  action: LicenseAction,
  old: LicenseContent | undefined,
  day: string,
): string {
  if (action !== 'renew' || type.renewal?.startsFrom !== 'expiry' || !old?.validTo) return day;
  return old.validTo < day ? day : dayAfter(old.validTo);
}

function dayAfter(day: string): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + 86_400_000).toISOString().slice(0, 10);
}
