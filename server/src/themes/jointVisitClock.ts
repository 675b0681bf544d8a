import type { AppContext } from '../app/appContext.ts';
import { changeCase } from '../cases/changeCase.ts';
import type { CaseDocument } from '../cases/model.ts';
import { stopClocks } from '../clocks/startCaseClocks.ts';
import { startClock } from '../clocks/startClock.ts';
import { visitsOf } from './jointVisits.ts';

/**
 * The clock of the joint visit: starts when every item that is visited has been accepted, on the day of the last of them,
 * and stops when each department has recorded its result.
 */
export async function keepJointVisitClock(
  app: AppContext,
  themeCase: CaseDocument,
  cases: readonly CaseDocument[],
): Promise<void> {
  const joint = await visitsOf(app, themeCase, cases);
  if (joint === undefined) return;
  const accepted = joint.visits.flatMap(({ subject }) => subject.acceptedAt ?? []);
  if (accepted.length < joint.visits.length) return;
  const clock = await app.models.clocks
    .findOne({ tenant: app.tenant, caseId: themeCase._id, kind: 'jointVisit' })
    .lean();
  const done = joint.visits.every(({ made }) => made);
  if (clock === null ? done : clock.state !== 'running' || !done) return;
  const fresh = await app.models.cases.findOne({ _id: themeCase._id, tenant: app.tenant }).lean();
  await changeCase({
    app,
    caseId: themeCase._id,
    actor: { kind: 'system', name: 'theme' },
    ...(fresh === null ? {} : { known: fresh as CaseDocument }),
    work: async (change) => {
      if (clock !== null) {
        await stopClocks({ app, change, kinds: ['jointVisit'] });
        change.event('jointVisitMade');
        return;
      }
      const startAt = new Date(Math.max(...accepted.map((at) => at.getTime())));
      const { coordinator: departmentId, within: limit } = joint.rule;
      await startClock({ app, change, kind: 'jointVisit', limit, startAt, departmentId });
      change.event('jointVisitDue', { department: departmentId });
    },
  });
}
