import { hasDue, parseLimit } from '@onewindow/clocks';
import type { AppContext } from '../app/appContext.ts';
import type { CaseChange } from '../cases/changeCase.ts';
import type { LicenseDocument } from '../licenses/model.ts';
import { insertRound } from './beginChecks.ts';
import { checkOfPack } from './checkOfPack.ts';
import type { CheckDocument } from './model.ts';
import { planRound } from './planRound.ts';

/**
 * Begins the round after this one, counted from a day; with a window, from window to window, so that a late check does not
 * leave one out. A round that was begun already (a window that was missed) is not begun twice.
 */
export async function planNextRound(options: {
  app: AppContext;
  change: CaseChange;
  check: CheckDocument;
  license: LicenseDocument | undefined;
  /** Shanghai day of the check. */
  day: string;
}): Promise<void> {
  const { app, change, check, license } = options;
  const rule = await checkOfPack(app, check);
  const limit = parseLimit(check.limit);
  if (rule === undefined || !hasDue(limit)) return;
  const rounds = (await app.models.checks
    .find(
      { tenant: app.tenant, holding: check.holding },
      { checkKey: 1, dueDay: 1, open: 1 },
      { session: change.session },
    )
    .lean()) as Pick<CheckDocument, '_id' | 'checkKey' | 'dueDay' | 'open'>[];
  if (
    rounds.some(({ checkKey, dueDay, open }) => checkKey === check.checkKey && open && dueDay > check.dueDay)
  )
    return;
  const { holding, licenseId, licenseNo, holderMasked, caseId, caseNo } = check;
  const { packCode, packVersion, itemName, departmentId } = check;
  await insertRound(
    app,
    change,
    planRound({
      app,
      check: rule,
      subject: {
        holding,
        ...(licenseId === undefined ? {} : { licenseId }),
        ...(licenseNo === undefined ? {} : { licenseNo }),
        holderMasked,
        caseId,
        caseNo,
        packCode,
        packVersion,
        itemName,
        departmentId,
      },
      limit,
      sinceDay: check.opensDay ?? options.day,
      round: rounds.length + 1,
      validTo: license?.validTo,
      now: change.now,
    }),
  );
}
