import { describeLimit } from '@onewindow/clocks';
import type { AppContext } from '../app/appContext.ts';
import type { CaseChange } from '../cases/changeCase.ts';
import { presentLicense } from '../licenses/presentLicense.ts';
import { wasAskedInTime } from '../licenses/wasAskedInTime.ts';

/**
 * A renewal that comes later than the item's rule wants is received all the same, and noted in the audit: if it is undecided
 * when the license expires, the license is not deemed renewed.
 */
export async function noteLateRenewal(app: AppContext, change: CaseChange): Promise<void> {
  const { subject, session, now } = change;
  const { pack, ...loaded } = await loadedOf(app, change);
  const rule = pack.license?.renewal;
  if (loaded.operation.licenseAction !== 'renew' || rule === undefined) return;
  const license = await presentLicense(app, subject, session);
  if (license?.validTo === undefined || wasAskedInTime(app, rule, now, license.validTo)) return;
  change.event('renewalAskedLate', {
    rule: `${describeLimit(rule.latest)['zh-CN']}${rule.latest.cite === undefined ? '' : `，${rule.latest.cite}`}`,
    validTo: license.validTo,
  });
}

async function loadedOf(app: AppContext, { subject }: CaseChange) {
  const loaded = await app.packs.version(subject.packCode, subject.packVersion);
  return { pack: loaded.pack, operation: loaded.operation(subject.operation) };
}
