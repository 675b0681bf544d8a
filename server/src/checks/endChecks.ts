import type { AppContext } from '../app/appContext.ts';
import type { CaseChange } from '../cases/changeCase.ts';
import type { LicenseDocument } from '../licenses/model.ts';
import { holdingOfLicense } from './holdingOf.ts';
import type { CheckDocument } from './model.ts';
import { saveCheck } from './saveCheck.ts';
import { setNextFire } from './setNextFire.ts';

/** What was deregistered or annulled needs no check any more: ends its open rounds, in the transaction of that act. */
export async function endChecksOfLicense(
  app: AppContext,
  change: CaseChange,
  license: Pick<LicenseDocument, '_id' | 'supersedes'>,
  because: string,
): Promise<void> {
  const holding = await holdingOfLicense(app, license, change.session);
  for (const check of await openRounds(app, change, holding)) await endRound(app, change, check, because);
}

/** The rounds of what is held that can still be recorded. */
export async function openRounds(
  app: AppContext,
  { session }: Pick<CaseChange, 'session'>,
  holding: string,
): Promise<CheckDocument[]> {
  const rounds = (await app.models.checks
    .find({ tenant: app.tenant, holding }, null, { session })
    .lean()) as CheckDocument[];
  return rounds.filter(({ open }) => open);
}

/** Ends one round without a check. */
export async function endRound(
  app: AppContext,
  { session }: Pick<CaseChange, 'session'>,
  check: CheckDocument,
  because: string,
): Promise<void> {
  check.open = false;
  check.state = 'ended';
  check.endedBecause = because;
  setNextFire(check);
  await saveCheck(app, check, session);
}
