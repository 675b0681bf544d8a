import { type DueLimit, hasDue, parseLimit, shanghaiDay } from '@onewindow/clocks';
import type { Check } from '@onewindow/processes';
import type { AppContext } from '../app/appContext.ts';
import type { CaseChange } from '../cases/changeCase.ts';
import type { LicenseDocument } from '../licenses/model.ts';
import { type CaseFacts, gatherFacts } from '../licenses/readSource.ts';
import { endRound } from './endChecks.ts';
import { factsOfCase } from './factsOfCase.ts';
import { holdingOfBenefit, holdingOfLicense } from './holdingOf.ts';
import { intervalOf } from './intervalOf.ts';
import type { CheckDocument } from './model.ts';
import { type CheckSubject, planRound } from './planRound.ts';
import { saveCheck } from './saveCheck.ts';

/**
 * Begins the checks of a license that was just issued, or takes over those of the version that it replaces: an amendment or
 * a reissue leaves the interval as it is, a renewal begins it anew (but a yearly window comes round all the same). In the
 * transaction of the issue.
 */
export async function beginChecksOfLicense(
  app: AppContext,
  change: CaseChange,
  license: LicenseDocument,
): Promise<void> {
  const { subject } = change;
  const loaded = await app.packs.version(subject.packCode, subject.packVersion);
  if (loaded.pack.checks.length === 0) return;
  await beginChecks({
    app,
    change,
    checks: loaded.pack.checks,
    renewed: loaded.operation(subject.operation).licenseAction === 'renew',
    held: {
      holding: await holdingOfLicense(app, license, change.session),
      licenseId: license._id,
      licenseNo: license.licenseNo,
      holderMasked: license.holderMasked,
    },
    validTo: license.validTo,
  });
}

/** Begins the checks of a benefit on its grant: an item without a license. In the transaction of the decision. */
export async function beginChecksOfBenefit(app: AppContext, change: CaseChange): Promise<void> {
  const { subject } = change;
  const loaded = await app.packs.version(subject.packCode, subject.packVersion);
  const { checks, license } = loaded.pack;
  if (checks.length === 0 || license !== undefined) return;
  const holding = holdingOfBenefit(subject);
  await beginChecks({
    app,
    change,
    checks: subject.operation === 'deregister' ? [] : checks,
    renewed: subject.operation === 'renew' || subject.operation === 'new',
    held: { holding, holderMasked: subject.applicantMasked },
  });
}

async function beginChecks(options: {
  app: AppContext;
  change: CaseChange;
  checks: readonly Check[];
  renewed: boolean;
  held: Pick<CheckSubject, 'holding' | 'licenseId' | 'licenseNo' | 'holderMasked'>;
  validTo?: string | undefined;
}): Promise<void> {
  const { app, change, checks, held } = options;
  const { subject, session, now } = change;
  const rounds = (await app.models.checks
    .find({ tenant: app.tenant, holding: held.holding }, null, { session })
    .lean()) as CheckDocument[];
  const of: CheckSubject = { ...held, ...factsOfCase(subject) };
  for (const round of rounds.filter(({ open }) => open)) {
    const check = checks.find(({ key }) => key === round.checkKey);
    const goesOn = check !== undefined && (!options.renewed || check.window !== undefined);
    if (!goesOn) await endRound(app, change, round, check === undefined ? 'notRequired' : 'renewed');
    else await saveCheck(app, Object.assign(round, of), session);
  }
  if (checks.length === 0) return;
  const facts = await gatherFacts(app, subject);
  for (const check of checks) {
    const known = rounds.filter(({ checkKey }) => checkKey === check.key);
    if (known.some(({ open }) => open)) continue;
    const limit = limitOf(check, facts, known);
    if (limit === undefined) continue;
    const sinceDay = options.renewed ? shanghaiDay(now) : (lastChecked(known) ?? shanghaiDay(now));
    const round = known.length + 1;
    await insertRound(
      app,
      change,
      planRound({ app, check, subject: of, limit, sinceDay, round, validTo: options.validTo, now }),
    );
  }
}

/** Adds a round that was planned; undefined adds none. */
export async function insertRound(
  app: AppContext,
  change: CaseChange,
  round: CheckDocument | undefined,
): Promise<void> {
  if (round === undefined) return;
  await app.models.checks.collection.insertMany([round as never], {
    session: change.session,
    ignoreUndefined: true,
  });
  change.event('checkPlanned', { check: round.checkKey, dueDay: round.dueDay });
}

/** The interval; what this application did not ask about again stands as before. */
function limitOf(check: Check, facts: CaseFacts, known: readonly CheckDocument[]): DueLimit | undefined {
  const last = known.at(-1)?.limit;
  const limit = intervalOf(check.every, facts) ?? (last === undefined ? otherwise(check) : parseLimit(last));
  return limit !== undefined && hasDue(limit) ? limit : undefined;
}

function otherwise({ every }: Check) {
  return 'by' in every ? every.otherwise : every;
}

/** Day of the last check that was passed. */
function lastChecked(known: readonly CheckDocument[]): string | undefined {
  return known
    .flatMap(({ records }) => records)
    .filter(({ result }) => result === 'passed')
    .map(({ day }) => day)
    .sort()
    .at(-1);
}
