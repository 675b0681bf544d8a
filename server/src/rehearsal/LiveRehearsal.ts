import { shanghaiTime } from '@onewindow/clocks';
import type { Act, OpenTask, PackFiles, Scenario } from '@onewindow/processes';
import type { LoadedPack } from '../catalog/packRegistry.ts';
import { ApiProblem } from '../client/apiClient.ts';
import { AppError } from '../errors/appError.ts';
import { carryOut } from './carryOut.ts';
import { type Failure, failure } from './failure.ts';
import { leaveAlone } from './leaveAlone.ts';
import { instantOfLocal } from './localInstant.ts';
import type { RehearsalRecord } from './model.ts';
import { passTime, targetOf } from './passTime.ts';
import { placeCreditRecords } from './placeCreditRecords.ts';
import { placeLicense } from './placeLicense.ts';
import { type Run, ScenarioOver } from './run.ts';
import { settle } from './settle.ts';
import type { Stage } from './stage.ts';
import { openTasks } from './taskActs.ts';
import { inItem } from './themeActs.ts';

/** What came of one act: when it was, and who had what to do afterwards. */
export interface ActDone {
  readonly act: Act;
  /** Minute in Shanghai. */
  readonly at: string;
  readonly next: readonly Exclude<OpenTask, string>[];
}

/**
 * A rehearsal on its stage. The record is the truth; this is what has been played of it. Acts are done one at a time, in
 * the order in which they are asked for.
 */
export class LiveRehearsal {
  readonly stage: Stage;
  readonly loaded: LoadedPack;
  readonly files: PackFiles;
  run: Run | null = null;
  done: ActDone[] = [];
  failures: Failure[] = [];
  #start = '';
  #spoiled = false;
  #queue: Promise<unknown> = Promise.resolve();

  constructor(stage: Stage, loaded: LoadedPack, files: PackFiles) {
    this.stage = stage;
    this.loaded = loaded;
    this.files = files;
  }

  /** Runs `work` alone: nothing else is done to this rehearsal meanwhile. */
  alone<T>(work: () => Promise<T>): Promise<T> {
    const turn = this.#queue.then(work, work);
    this.#queue = turn.catch(() => undefined);
    return turn;
  }

  /** Brings the stage to where the record is: plays what is missing, or all of it anew. Throws ApiProblem. */
  async bringTo(record: RehearsalRecord): Promise<void> {
    const start = JSON.stringify([record.startAt, record.start]);
    const played = this.done.map(({ act }) => JSON.stringify(act));
    const goesOn =
      !this.#spoiled &&
      start === this.#start &&
      played.every((act, at) => act === JSON.stringify(record.steps[at]));
    if (!goesOn) await this.#begin(record, start);
    for (const act of record.steps.slice(this.done.length)) await this.act(act);
  }

  /**
   * Does one act and lets everything happen that happens by itself. What goes wrong by itself is told in `failures`.
   * Throws ApiProblem when the act is refused: then it did not happen.
   */
  async act(act: Act): Promise<void> {
    const { run, stage } = this;
    if (run === null) throw new Error('the rehearsal has not begun');
    const at = ['steps', this.done.length];
    const before = this.failures.length;
    requireReach(run, act);
    try {
      await passTime(run, act, at);
      const inside = await inItem(run, act.item, at);
      await carryOut(inside, act, at);
      if (run.caseId !== undefined) await settle(run, at);
    } catch (error) {
      if (error instanceof ApiProblem || error instanceof AppError || this.#wasNotTried(error, before)) {
        // It may have been done by half, an edit before a step that was refused: the next act begins from the record.
        this.#spoiled = true;
        throw error;
      }
      if (!(error instanceof ScenarioOver))
        run.fail(at, failure('broken', { detail: error instanceof Error ? error.message : String(error) }));
    }
    const open = run.caseId === undefined ? [] : await openTasks(run);
    this.done.push({
      act,
      at: shanghaiTime(stage.time.now()),
      next: open.map(({ stepKey: step, departmentId: department, role }) => ({ step, department, role })),
    });
  }

  #wasNotTried(error: unknown, failuresBefore: number): boolean {
    const code = this.failures[failuresBefore]?.code;
    return error instanceof ScenarioOver && (code === 'timeBackward' || code === 'stepNotOpen');
  }

  /** Leaves the case that was played to itself and begins another, as scenarios do one after the other. */
  async #begin(record: RehearsalRecord, start: string): Promise<void> {
    if (this.run !== null) await leaveAlone(this.run);
    this.run = null;
    this.done = [];
    this.failures = [];
    this.#start = start;
    this.#spoiled = false;
    this.stage.time.set(instantOfLocal(record.startAt));
    if (record.start !== null) this.run = await this.#runOf(record);
  }

  async #runOf({ startAt, start, steps }: RehearsalRecord): Promise<Run> {
    const { stage, loaded, failures } = this;
    const scenario = {
      schemaVersion: 1,
      name: { 'zh-CN': '', en: '' },
      startAt,
      steps,
      ...start,
    } as Scenario;
    const licenses = new Map<string, string>();
    for (const [key, held] of Object.entries(scenario.licenses ?? {}))
      licenses.set(key, await placeLicense({ stage, loaded, held, applicant: scenario.applicant ?? {} }));
    const file = { file: '', key: '', scenario, lineOf: () => 1 };
    const run: Run = {
      stage,
      loaded,
      file,
      licenses,
      window: scenario.window ?? stage.people.commonWindow(),
      failures,
      others: [],
      fail: (path, what) => failures.push({ ...what, file: '', line: 1, path: path.join('.') }),
    };
    await placeCreditRecords(run);
    return run;
  }
}

/** How far one act may put the clock forward, in days: every moment on the way is played. */
const farthest = 400;

/** Throws AppError `rehearsalTimeRefused` for a time before now, beyond the calendars, or too far at once. */
function requireReach(run: Run, act: Act): void {
  const now = run.stage.time.now();
  let target: Date | undefined;
  try {
    target = targetOf(run, act);
  } catch (cause) {
    throw new AppError('rehearsalTimeRefused', { params: { days: farthest }, cause });
  }
  if (target !== undefined && (target < now || target.getTime() - now.getTime() > farthest * 86_400_000))
    throw new AppError('rehearsalTimeRefused', { params: { days: farthest } });
}
