import type { Act, ScenarioFile, Visit } from '@onewindow/processes';
import type { LoadedPack } from '../catalog/packRegistry.ts';
import { ApiProblem, type Json } from '../client/apiClient.ts';
import { checkExpectation, checkTasks } from './checkExpectation.ts';
import { drawDocuments } from './drawDocuments.ts';
import { type Failure, failure, type Place } from './failure.ts';
import { intakeActs, openDraft } from './intakeActs.ts';
import { extendLimit, requestRoute } from './otherActs.ts';
import { instantOfLocal, passTime } from './passTime.ts';
import { placeLicense } from './placeLicense.ts';
import { readVisits } from './readPath.ts';
import { type Run, ScenarioOver } from './run.ts';
import { settle } from './settle.ts';
import type { Stage } from './stage.ts';
import { completeTask } from './taskActs.ts';

/** How a scenario went. */
export interface Played {
  readonly packCode: string;
  readonly key: string;
  readonly name: { readonly 'zh-CN': string; readonly en: string };
  /** Path inside the pack. */
  readonly file: string;
  readonly milliseconds: number;
  readonly failures: readonly Failure[];
  /** Way of the case through the process, for the coverage. */
  readonly visits: readonly Visit[];
}

/**
 * Plays a scenario with a case of its own: every act by a person of the right department and role, through the public
 * API, at its time. Never throws for what happens in it: that is told in `failures`.
 */
export async function playScenario(options: {
  stage: Stage;
  loaded: LoadedPack;
  file: ScenarioFile;
}): Promise<Played> {
  const { stage, loaded, file } = options;
  const began = performance.now();
  const { scenario } = file;
  const failures: Failure[] = [];
  const licenses = new Map<string, string>();
  const run: Run = {
    stage,
    loaded,
    file,
    licenses,
    window: scenario.window ?? stage.people.commonWindow(),
    failures,
    fail: (path, what) =>
      failures.push({ ...what, file: file.file, line: file.lineOf(path), path: path.join('.') }),
  };
  let at: Place = [];
  let visits: readonly Visit[] = [];
  try {
    stage.time.set(instantOfLocal(scenario.startAt));
    for (const [key, held] of Object.entries(scenario.licenses ?? {}))
      licenses.set(key, await placeLicense({ stage, loaded, held, applicant: scenario.applicant }));
    for (const [index, act] of scenario.steps.entries()) {
      at = ['steps', index];
      await passTime(run, act, at);
      await perform(run, act, at);
      if (run.caseId !== undefined) await settle(run, at);
      if (act.next !== undefined) await checkTasks(run, act.next, [...at, 'next']);
      if (act.expect !== undefined) await checkExpectation(run, act.expect, [...at, 'expect']);
    }
    at = ['steps', scenario.steps.length - 1];
    if (run.caseId !== undefined) await drawDocuments(run, at);
    if (scenario.expect !== undefined) await checkExpectation(run, scenario.expect, ['expect']);
  } catch (error) {
    if (!(error instanceof ScenarioOver)) run.fail(at, failure('broken', { detail: messageOf(error) }));
  }
  try {
    visits = await readVisits(run);
    await leaveAlone(run);
  } catch (error) {
    run.fail(at, failure('broken', { detail: messageOf(error) }));
  }
  return {
    packCode: loaded.pack.packCode,
    key: file.key,
    name: scenario.name,
    file: file.file,
    milliseconds: performance.now() - began,
    failures,
    visits,
  };
}

/** Does the act, and compares how it is refused with what is expected. Throws ScenarioOver when that differs. */
async function perform(run: Run, act: Act, path: Place): Promise<void> {
  const { refused } = act;
  try {
    if (run.caseId === undefined && act.act !== 'wait' && act.act !== 'request') await openDraft(run);
    await carryOut(run, act, path);
  } catch (error) {
    if (!(error instanceof ApiProblem)) throw error;
    const errors = (error.problem['errors'] ?? []) as Json[];
    const told = errors.map(
      ({ pointer, rule, message }) => `${String(pointer)} ${String(rule)}: ${String(message)}`,
    );
    if (refused === undefined) {
      const { code, problem } = error;
      run.fail(
        path,
        failure('refusedUnexpectedly', { code, detail: problem['detail'], errors: told.join('; ') }),
      );
      throw new ScenarioOver();
    }
    const fits =
      error.code === refused.code &&
      (refused.field === undefined || errors.some(({ pointer }) => pointer === refused.field)) &&
      (refused.rule === undefined || errors.some(({ rule }) => rule === refused.rule));
    if (!fits)
      run.fail(
        [...path, 'refused'],
        failure('refusedOtherwise', { expected: refused, actual: error.code, errors: told.join('; ') }),
      );
    return;
  }
  if (refused === undefined) return;
  run.fail([...path, 'refused'], failure('notRefused', { expected: refused.code }));
  throw new ScenarioOver();
}

async function carryOut(run: Run, act: Act, path: Place): Promise<unknown> {
  switch (act.act) {
    case 'complete':
      return completeTask(run, act, path);
    case 'extend':
      return extendLimit(run, act);
    case 'request':
      return requestRoute(run, act, path);
    case 'wait':
      return undefined;
    default:
      return (intakeActs[act.act] as (run: Run, act: Act) => Promise<unknown>)(run, act);
  }
}

/** The case of a scenario that is over does nothing any more, whatever time the next one is played at. */
async function leaveAlone(run: Run): Promise<void> {
  const { app } = run.stage;
  if (run.caseId === undefined) return;
  const own = { tenant: app.tenant, caseId: run.caseId };
  await app.models.clocks.updateMany(own, { $unset: { nextFireAt: 1 } });
  await app.models.outbox.updateMany({ ...own, state: 'pending' }, { $set: { state: 'done' } });
  // The next scenario may play at an earlier time: its benefits are listed from their own first period on.
  const { tenant } = app;
  await app.models.entitlements.deleteMany({ tenant });
  await app.models.paymentSchedules.deleteMany({ tenant });
  await app.models.paymentLists.deleteMany({ tenant });
  await app.models.paymentLines.deleteMany({ tenant });
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
