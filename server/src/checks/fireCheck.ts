import type { AppContext } from '../app/appContext.ts';
import { changeCase } from '../cases/changeCase.ts';
import { checkedLicense, needsCheck } from './checkedLicense.ts';
import { endRound } from './endChecks.ts';
import { missCheck } from './missCheck.ts';
import type { CheckDocument } from './model.ts';
import { remindOfCheck } from './remindOfCheck.ts';
import { saveCheck } from './saveCheck.ts';
import { redAt, setNextFire } from './setNextFire.ts';

/**
 * Does what has fallen due on one round, each stamped with its due time and the real one, in one transaction: reminders in
 * order, then that it was missed. A round whose license is not in force any more ends instead.
 * Throws AppError `versionConflict` when another server was quicker.
 */
export async function fireCheck(app: AppContext, seen: CheckDocument): Promise<void> {
  await changeCase({
    app,
    caseId: seen.caseId,
    actor: { kind: 'system', name: 'checkSweep' },
    keepUpdatedAt: true,
    work: async (change) => {
      const { session, now } = change;
      const check = (await app.models.checks
        .findOne({ _id: seen._id, tenant: app.tenant }, null, { session })
        .lean()) as CheckDocument | null;
      if (check?.nextFireAt === undefined || check.nextFireAt > now) return;
      const license = await checkedLicense(app, check, session);
      if (!needsCheck(license, now)) {
        await endRound(app, change, check, 'notInForce');
        return;
      }
      for (const reminder of check.reminders) {
        if (reminder.firedAt !== undefined || reminder.dueAt > now) continue;
        reminder.firedAt = now;
        await remindOfCheck({ app, change, check, reminder });
      }
      if (check.state === 'due' && redAt(check) <= now) await missCheck({ app, change, check, license });
      setNextFire(check);
      await saveCheck(app, check, session);
    },
  });
}
