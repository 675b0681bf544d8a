import type { Act, ScenarioFile, Way } from '@onewindow/processes';
import type { LoadedPack } from '../catalog/packRegistry.ts';
import { ApiProblem, type Json } from '../client/apiClient.ts';
import { carryOut } from './carryOut.ts';
import { checkExpectation, checkTasks } from './checkExpectation.ts';
import { drawDocuments } from './drawDocuments.ts';
import { type Failure, failure, type Place } from './failure.ts';
import { leaveAlone } from './leaveAlone.ts';
import { instantOfLocal } from './localInstant.ts';
import { passTime } from './passTime.ts';
import { placeCreditRecords } from './placeCreditRecords.ts';
import { placeLicense } from './placeLicense.ts';
import { readWay } from './readPath.ts';
import { type Run, ScenarioOver } from './run.ts';
import { settle } from './settle.ts';
import type { Stage } from './stage.ts';
import { inItem } from './themeActs.ts';

/** How a scenario went. */
export interface Played {
  readonly packCode: string;
  readonly key: string;
  readonly name: { readonly 'zh-CN': string; readonly en: string };
  /** Path inside the pack. */
  readonly file: string;
  readonly milliseconds: number;
  readonly failures: readonly Failure[];
  /** What it passed of the pack, for the coverage. */
  readonly way: Way;
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
    others: [],
    fail: (path, what) =>
      failures.push({ ...what, file: file.file, line: file.lineOf(path), path: path.join('.') }),
  };
  let at: Place = [];
  let way: Way = { visits: [], rules: [] };
  try {
    stage.time.set(instantOfLocal(scenario.startAt));
    for (const [key, held] of Object.entries(scenario.licenses ?? {}))
      licenses.set(key, await placeLicense({ stage, loaded, held, applicant: scenario.applicant ?? {} }));
    await placeCreditRecords(run);
    for (const [index, act] of scenario.steps.entries()) {
      at = ['steps', index];
      await passTime(run, act, at);
      const inside = await inItem(run, act.item, [...at, 'item']);
      await perform(inside, act, at);
      if (run.caseId !== undefined) await settle(run, at);
      if (act.next !== undefined) await checkTasks(inside, act.next, [...at, 'next']);
      if (act.expect !== undefined) await checkExpectation(inside, act.expect, [...at, 'expect']);
    }
    at = ['steps', scenario.steps.length - 1];
    if (run.caseId !== undefined) await drawDocuments(run, at);
    if (scenario.expect !== undefined) await checkExpectation(run, scenario.expect, ['expect']);
    for (const [item, expected] of Object.entries(scenario.expectItems ?? {})) {
      const place = ['expectItems', item];
      await checkExpectation(await inItem(run, item, place), expected, place);
    }
  } catch (error) {
    if (!(error instanceof ScenarioOver)) run.fail(at, failure('broken', { detail: messageOf(error) }));
  }
  try {
    way = await readWay(run);
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
    way,
  };
}

/** Does the act, and compares how it is refused with what is expected. Throws ScenarioOver when that differs. */
async function perform(run: Run, act: Act, path: Place): Promise<void> {
  const { refused } = act;
  try {
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

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
