import type { AppContext } from '../app/appContext.ts';
import type { CaseChange } from '../cases/changeCase.ts';
import type { CaseDocument } from '../cases/model.ts';
import type { LicenseDocument } from '../licenses/model.ts';
import { stateOn } from '../licenses/presentLicense.ts';
import { endRound } from './endChecks.ts';
import { factsOfCase } from './factsOfCase.ts';
import { holdingOfLicense } from './holdingOf.ts';
import type { CheckDocument } from './model.ts';
import { saveCheck } from './saveCheck.ts';
import { setNextFire } from './setNextFire.ts';

/**
 * The checks of a license go on with the version that is in force again: those of the version that was annulled, and those
 * that had ended because the license was deregistered. What falls due after its term, or belongs to one that has expired, ends.
 * In the transaction of the act that restored it.
 */
export async function handChecksBack(
  app: AppContext,
  change: CaseChange,
  license: LicenseDocument,
): Promise<void> {
  const { session, now } = change;
  const holding = await holdingOfLicense(app, license, session);
  const rounds = (await app.models.checks
    .find({ tenant: app.tenant, holding }, null, { session })
    .lean()) as CheckDocument[];
  const subject = (await app.models.cases
    .findOne({ _id: license.caseId, tenant: app.tenant }, null, { session })
    .lean()) as CaseDocument | null;
  if (subject === null) return;
  const over = stateOn(license, now) === 'expired';
  for (const round of rounds) {
    const reopened = !round.open && round.endedBecause === 'deregistered';
    if (!round.open && !reopened) continue;
    if (over || (license.validTo !== undefined && round.dueDay > license.validTo)) {
      if (round.open) await endRound(app, change, round, 'annulled');
      continue;
    }
    if (reopened) {
      const { endedBecause: _over, ...rest } = round;
      await saveRound(app, change, { ...rest, open: true, state: 'due' }, license, subject);
    } else await saveRound(app, change, round, license, subject);
  }
}

async function saveRound(
  app: AppContext,
  { session }: CaseChange,
  round: CheckDocument,
  license: LicenseDocument,
  subject: CaseDocument,
): Promise<void> {
  Object.assign(round, {
    licenseId: license._id,
    licenseNo: license.licenseNo,
    holderMasked: license.holderMasked,
    ...factsOfCase(subject),
  });
  setNextFire(round);
  await saveCheck(app, round, session);
}
