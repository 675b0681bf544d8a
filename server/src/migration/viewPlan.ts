import { isBlocking } from '@onewindow/processes/migration';
import type { AppContext } from '../app/appContext.ts';
import { departmentRef } from '../cases/viewCase.ts';
import type { CasePlan } from './planCase.ts';
import { mostCases, type WholePlan } from './planMigration.ts';

/** A plan as people read it: no personal data, cases by number. */
export function viewPlan(app: AppContext, plan: WholePlan) {
  const { pair, cases, total, possible, hash } = plan;
  const { packCode, from, to, limits, mapping } = pair.wish;
  return {
    packCode,
    from,
    to,
    limits,
    mapping,
    hash,
    possible,
    blocked: pair.findings.some(isBlocking),
    steps: pair.outline?.steps ?? [],
    targets: pair.outline?.targets ?? [],
    findings: pair.findings,
    cases: cases.map((entry) => viewCasePlan(app, plan, entry)),
    total,
    most: mostCases,
  };
}

function viewCasePlan(app: AppContext, { pair }: WholePlan, plan: CasePlan) {
  const { subject, tasks, clocks, findings, fits } = plan;
  return {
    id: subject._id,
    caseNo: subject.caseNo ?? '',
    state: subject.state,
    fits,
    tasks: tasks.map(({ task, to }) => ({
      step: task.stepKey,
      name: task.stepName,
      department: departmentRef(app, task.departmentId),
      to,
      toName: to === null ? null : (pair.after.pack.steps[to]?.name ?? null),
    })),
    clocks: clocks.map(({ kind, taskId, before, after }) => ({
      kind,
      step: tasks.find(({ task }) => task._id === taskId)?.to ?? null,
      before,
      after,
    })),
    findings,
  };
}
