import type { Act } from '@onewindow/processes';
import type { Place } from './failure.ts';
import { intakeActs, openDraft } from './intakeActs.ts';
import { extendLimit, payBills, requestRoute } from './otherActs.ts';
import { takeReport } from './reportActs.ts';
import type { Run } from './run.ts';
import { completeTask } from './taskActs.ts';
import { arrangeVisit, recordVisit } from './themeActs.ts';

/** Acts that need no draft: a case file begins with its report. */
const withoutDraft: ReadonlySet<Act['act']> = new Set(['report', 'wait', 'request']);

/**
 * Does one act of a scenario through the public API, as a person of the right department and role; the first one opens
 * the draft. Throws ApiProblem when it is refused, ScenarioOver when it cannot be tried.
 */
export async function carryOut(run: Run, act: Act, path: Place): Promise<unknown> {
  if (run.caseId === undefined && !withoutDraft.has(act.act)) await openDraft(run);
  switch (act.act) {
    case 'complete':
      return completeTask(run, act, path);
    case 'pay':
      return payBills(run, act, path);
    case 'extend':
      return extendLimit(run, act);
    case 'request':
      return requestRoute(run, act, path);
    case 'report':
      return takeReport(run, act, path);
    case 'arrangeVisit':
      return arrangeVisit(run, act);
    case 'recordVisit':
      return recordVisit(run, act);
    case 'wait':
      return undefined;
    default:
      return (intakeActs[act.act] as (run: Run, act: Act) => Promise<unknown>)(run, act);
  }
}
