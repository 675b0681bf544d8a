import type { AppContext } from '../app/appContext.ts';
import { changeCase } from '../cases/changeCase.ts';
import { AppError } from '../errors/appError.ts';
import { type Actor, asEventActor } from '../identity/actor.ts';
import { reauthenticate } from '../identity/reauthenticate.ts';
import { entitlementsOfCase, saveEntitlement } from './changeEntitlement.ts';
import { lookFacts } from './lookFacts.ts';
import { readEntitlement } from './paymentScope.ts';
import { recordHappenings } from './recordHappenings.ts';
import { isInForce, lookAt, resumeFrom } from './suspensionRules.ts';

/**
 * The department lifts a suspension whose resumption the pack leaves to a decision (`resume.when: byDecision`).
 * Throws AppError `notSuspended` when that ground is not in force or resumes otherwise, `reauthenticationFailed`,
 * `notFound`.
 */
export async function resumeEntitlement(input: {
  app: AppContext;
  actor: Actor;
  id: string;
  ground: string;
  reason: string;
  password: string;
}): Promise<void> {
  const { app, actor, id, ground, reason } = input;
  const seen = await readEntitlement(app, actor, id);
  await reauthenticate({ app, actor, password: input.password });
  await changeCase({
    app,
    caseId: seen.caseId,
    actor: asEventActor(actor),
    work: async (change) => {
      const entitlement = (await entitlementsOfCase(app, change.session, seen.caseId)).find(
        ({ _id }) => _id === id,
      );
      if (entitlement === undefined) throw new AppError('notFound');
      const facts = await lookFacts(app, entitlement, change.now);
      const rule = facts.rules.find(({ key }) => key === ground);
      const told = entitlement.suspensions.find((one) => one.ground === ground);
      if (rule?.resume.when !== 'byDecision' || told === undefined || !isInForce(told))
        throw new AppError('notSuspended');
      const happenings = [resumeFrom(entitlement, rule, facts), ...lookAt(entitlement, facts)];
      recordHappenings({ change, happenings, amountFen: entitlement.amountFen });
      change.event('resumptionDecided', { ground, reason });
      await saveEntitlement(app, change.session, entitlement);
    },
  });
}
