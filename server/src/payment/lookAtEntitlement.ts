import type { AppContext } from '../app/appContext.ts';
import { changeCase } from '../cases/changeCase.ts';
import { entitlementsOfCase, saveEntitlement } from './changeEntitlement.ts';
import { lookFacts } from './lookFacts.ts';
import type { EntitlementDocument } from './model.ts';
import { never } from './period.ts';
import { recordHappenings } from './recordHappenings.ts';
import { lookAt } from './suspensionRules.ts';

/** Looks at an entitlement whose time has come, in one transaction with the audit of its case. */
export async function lookAtEntitlement(
  app: AppContext,
  seen: Pick<EntitlementDocument, '_id' | 'caseId'>,
): Promise<void> {
  await changeCase({
    app,
    caseId: seen.caseId,
    actor: { kind: 'system', name: 'paymentSweep' },
    keepUpdatedAt: true,
    work: async (change) => {
      const entitlement = (await entitlementsOfCase(app, change.session, seen.caseId)).find(
        ({ _id }) => _id === seen._id,
      );
      // Another copy may have looked already.
      if (entitlement?.nextLookAt === undefined || entitlement.nextLookAt > change.now) return;
      const happenings = lookAt(entitlement, await lookFacts(app, entitlement, change.now));
      if (entitlement.state === 'ended' && entitlement.owed.length === 0) entitlement.dueFrom = never;
      recordHappenings({ change, happenings, amountFen: entitlement.amountFen });
      await saveEntitlement(app, change.session, entitlement);
    },
  });
}
