import { ruleSetOf } from '@onewindow/clocks';
import type { AppContext } from '../app/appContext.ts';
import type { CaseChange } from '../cases/changeCase.ts';
import { personOf } from '../cases/personOf.ts';
import { startClock } from '../clocks/startClock.ts';
import { newId } from '../store/newId.ts';
import { publicationOf } from './publicationRules.ts';

/**
 * A decision that the pack says is open begins its publication clock (双公示: 7 working days where the pack says nothing
 * else) and waits to be published, in the transaction of the decision. Nothing personal is stored yet: the covered entry is
 * made from the case when it is looked at, and kept when it is published.
 */
export async function startPublication(app: AppContext, change: CaseChange): Promise<void> {
  const { subject, session, now } = change;
  const { decision } = subject;
  const rules = await publicationOf(app, subject);
  if (decision === undefined || rules === undefined) return;
  const { loaded } = rules;
  const limits = loaded.limitsOf(subject.operation, subject.limitVariant);
  const clock = await startClock({
    app,
    change,
    kind: 'publication',
    decisionNo: decision.number,
    limit: limits.publication ?? ruleSetOf(loaded.pack.ruleSet).publication?.limit,
    startAt: now,
    departmentId: subject.departmentId,
  });
  await app.models.publications.insertMany(
    [
      {
        _id: newId(),
        schemaVersion: 1,
        tenant: app.tenant,
        effectKey: `${subject._id}:${decision.number}`,
        caseId: subject._id,
        caseNo: subject.caseNo ?? '',
        packCode: subject.packCode,
        packVersion: subject.packVersion,
        itemName: subject.itemName,
        decisionNo: decision.number,
        departmentId: subject.departmentId,
        release: rules.rules.release,
        personal: personOf(app, subject).applicant?.kind === 'natural',
        state: 'due',
        decidedAt: now,
        dueAt: clock?.dueAt ?? now,
        ...(clock?.yellowAt === undefined ? {} : { yellowAt: clock.yellowAt }),
        version: 1,
      },
    ],
    { session },
  );
}
