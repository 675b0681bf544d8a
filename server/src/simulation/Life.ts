import type { Act, ScenarioFile } from '@onewindow/processes';
import type { CaseDocument } from '../cases/model.ts';
import type { LoadedPack } from '../catalog/packRegistry.ts';
import { ApiProblem } from '../client/apiClient.ts';
import { carryOut } from '../rehearsal/carryOut.ts';
import type { Failure } from '../rehearsal/failure.ts';
import { placeLicense } from '../rehearsal/placeLicense.ts';
import { caseOf, type Run, ScenarioOver } from '../rehearsal/run.ts';
import { settle } from '../rehearsal/settle.ts';
import type { Stage } from '../rehearsal/stage.ts';
import { casesOf, inItem } from '../rehearsal/themeActs.ts';
import { applyOnline, isForPortal } from './applyOnline.ts';
import { askInTime, asksForTime } from './askInTime.ts';
import type { Dice } from './dice.ts';
import { afterOfficeMinutes } from './officeTime.ts';
import { ask, claim, rate, resubmit } from './ownActs.ts';
import type { PlannedCase } from './planCases.ts';
import type { OwnAct, PlannedAct } from './planCourse.ts';
import { type Disguise, retell } from './retell.ts';
import { unlessRefused } from './unlessRefused.ts';

/** How far a case has come: what a simulation that was broken off goes on from. */
export interface LifeMark {
  readonly no: number;
  /** Acts that have been done. */
  readonly done: number;
  readonly caseId?: string | undefined;
  readonly licenses: Readonly<Record<string, string>>;
  /** When the next act happens, by the clock of the simulation; null once the case is let be. */
  readonly nextAt: string | null;
}

/** Why a case went no further, for the report. */
export interface Broken {
  readonly packCode: string;
  readonly scenario: string;
  readonly act: string;
  readonly why: string;
}

/** One simulated case between its acts. */
export class Life {
  readonly planned: PlannedCase;
  readonly acts: readonly PlannedAct[];
  readonly #stage: Stage;
  readonly #dice: Dice;
  readonly #disguise: Disguise;
  readonly #licenses = new Map<string, string>();
  readonly #failures: Failure[] = [];
  readonly #file: ScenarioFile;
  readonly #loaded: LoadedPack;
  /** Its applicant would rather apply at the portal. */
  readonly #online: boolean;
  #run: Run | undefined;
  #caseId: string | undefined;
  #done = 0;
  /** Versions of its cases when they last came to rest. */
  #restedAt: string | undefined;
  /** The case and, of a theme, those of its items, as they last came to rest. */
  #subjects: readonly CaseDocument[] = [];
  /** Its processes may stand elsewhere than before the last act. */
  #moved = true;
  #nextAt: Date | undefined;
  broken: Broken | undefined;

  constructor(options: {
    planned: PlannedCase;
    acts: readonly PlannedAct[];
    stage: Stage;
    loaded: LoadedPack;
    file: ScenarioFile;
    dice: Dice;
    disguise: Disguise;
    online: boolean;
  }) {
    const { planned, acts, stage, loaded, file, dice, disguise } = options;
    this.planned = planned;
    this.acts = acts;
    this.#stage = stage;
    this.#loaded = loaded;
    this.#file = file;
    this.#dice = dice;
    this.#disguise = disguise;
    this.#online = options.online;
    this.#nextAt = acts[0]?.when(planned.arrivesAt);
  }

  get caseId(): string | undefined {
    return this.#caseId;
  }

  /** Ids of the case and, of a theme, of the cases of its items, as far as they are known. */
  get caseIds(): readonly string[] {
    if (this.#subjects.length > 0) return this.#subjects.map(({ _id }) => _id);
    return this.#caseId === undefined ? [] : [this.#caseId];
  }

  /** When its next act happens; undefined when nothing more is done. */
  get nextAt(): Date | undefined {
    return this.#nextAt;
  }

  /** Puts it where an earlier run has left it. */
  goOnFrom({ done, caseId, licenses, nextAt }: LifeMark): void {
    this.#done = done;
    this.#caseId = caseId;
    for (const [key, id] of Object.entries(licenses)) this.#licenses.set(key, id);
    this.#nextAt = nextAt === null ? undefined : new Date(nextAt);
  }

  mark(): LifeMark {
    return {
      no: this.planned.no,
      done: this.#done,
      caseId: this.#caseId,
      licenses: Object.fromEntries(this.#licenses),
      nextAt: this.#nextAt?.toISOString() ?? null,
    };
  }

  /** The next act is done at this moment. */
  comeAt(moment: Date): void {
    this.#nextAt = moment;
  }

  /** How long its next act takes beside others: the first one brings the papers, a claim moves nothing. */
  get weight(): number {
    if (this.#done === 0) return 2;
    return this.acts[this.#done]?.act.act === 'claim' ? 0 : 1;
  }

  /** Somebody has asked for it: the next act comes by then, if it would have come later. */
  hurry(by: Date): boolean {
    if (this.#nextAt === undefined || this.#nextAt <= by) return false;
    this.#nextAt = by;
    return true;
  }

  /** Does the next act now, and what comes of it by itself. Never throws for what the server refuses: the case is left then. */
  async act(): Promise<void> {
    const now = this.#stage.time.now();
    let planned = this.acts[this.#done];
    if (planned !== undefined && asksForTime(this.#loaded, planned.act)) {
      const dueAt = await this.#dueOf(planned.act);
      if (dueAt !== undefined && dueAt <= now) planned = this.#leaveOut(planned.act);
    }
    if (planned === undefined) {
      this.#nextAt = undefined;
      return;
    }
    try {
      const run = await this.#begin();
      // Nothing waits where nobody, and no clock, has touched the case since it last came to rest.
      if (this.#caseId !== undefined && versionsOf(await casesOf(run)) !== this.#restedAt)
        await settle(run, []);
      await this.#perform(run, planned, now);
      this.#caseId = run.caseId;
      const claimed = planned.act.act === 'claim';
      if (this.#caseId !== undefined) {
        if (claimed) this.#note(await casesOf(run));
        else await this.#rest(run);
      }
      this.#moved = !claimed;
    } catch (error) {
      this.#caseId ??= this.#run?.caseId;
      if (!(error instanceof ApiProblem || error instanceof ScenarioOver)) throw error;
      if (await this.#comesWithTimer(now)) return;
      if (error instanceof ApiProblem && error.status === 503) {
        // Whoever is told to try again later does.
        this.#nextAt = afterOfficeMinutes(now, 10, this.#stage.app.calendar.calendar);
        return;
      }
      const [last] = this.#failures.slice(-1);
      const why = error instanceof ApiProblem ? error.message : `${last?.code} ${last?.zh ?? ''}`;
      const { packCode, course } = this.planned;
      this.broken = { packCode, scenario: course.scenario, act: nameOf(planned.act), why };
      this.#nextAt = undefined;
      return;
    }
    this.#done += 1;
    this.#nextAt = await this.#whenNext(now);
  }

  /** When the next act comes, `now` being the one before it. What would be asked for too late is left out, up to the step that asks. */
  async #whenNext(now: Date): Promise<Date | undefined> {
    const next = this.acts[this.#done];
    const drawn = next?.when(now);
    if (next === undefined || drawn === undefined || !asksForTime(this.#loaded, next.act)) return drawn;
    const dueAt = await this.#dueOf(next.act);
    const at = dueAt === undefined ? drawn : askInTime({ drawn, now, dueAt });
    if (at !== undefined) return at;
    return this.#leaveOut(next.act)?.when(now);
  }

  /** Leaves out an act that asks for more time, and what follows from it; gives the next act of the step that asks. */
  #leaveOut(asking: PlannedAct['act']): PlannedAct | undefined {
    const step = stepOf(asking);
    if (step === undefined) {
      this.#done += 1;
      return this.acts[this.#done];
    }
    const goesOn = this.acts.findIndex(({ act }, index) => index > this.#done && stepOf(act) === step);
    this.#done = goesOn === -1 ? this.acts.length : goesOn;
    return this.acts[this.#done];
  }

  /** When the first of the clocks is due for which an act asks more time, while they run. */
  async #dueOf(asking: PlannedAct['act']): Promise<Date | undefined> {
    const { models, tenant } = this.#stage.app;
    const kinds = asking.act === 'extend' ? ['statutory', 'promised'] : ['disposal'];
    const clocks = await models.clocks.find({ tenant, caseId: this.#caseId ?? '' }).lean();
    const due = clocks.flatMap(({ kind, state, dueAt }) =>
      state === 'running' && kinds.includes(kind) && dueAt !== undefined ? [dueAt.getTime()] : [],
    );
    return due.length === 0 ? undefined : new Date(Math.min(...due));
  }

  /** The next moment at which a timer of its process falls due, in the time of the simulation; undefined where none is new. */
  async nextTimer(): Promise<Date | undefined> {
    if (this.#caseId === undefined || !this.#moved) return undefined;
    const isTheme = this.#loaded.pack.theme !== undefined;
    if (!isTheme && !(await this.#stage.timers.any(this.#loaded.definitionId))) return undefined;
    const moments: Date[] = [];
    const subjects = this.#subjects.length > 0 ? this.#subjects : await casesOf(await this.#begin());
    for (const { engine, definitionId } of subjects) {
      if (engine.processInstanceId === undefined || engine.state === 'ended') continue;
      const jobs = await this.#stage.timers.seen(definitionId, engine.processInstanceId);
      moments.push(...jobs.flatMap(({ dueAt }) => dueAt ?? []));
    }
    return moments.sort((one, other) => one.getTime() - other.getTime())[0];
  }

  /** Whether a step that was not open yet comes when a timer of its process goes off, a public notice ends say: it is done then. */
  async #comesWithTimer(now: Date): Promise<boolean> {
    if (this.#failures.at(-1)?.code !== 'stepNotOpen') return false;
    this.#moved = true;
    const timer = await this.nextTimer();
    if (timer === undefined || timer <= now) return false;
    this.#failures.pop();
    this.#nextAt = afterOfficeMinutes(timer, this.#dice.whole(10, 200), this.#stage.app.calendar.calendar);
    return true;
  }

  /** Lets happen what its process does by itself now. */
  async settle(): Promise<void> {
    if (this.#caseId === undefined) return;
    this.#moved = true;
    try {
      await this.#rest(await this.#begin());
    } catch (error) {
      if (!(error instanceof ScenarioOver)) throw error;
    }
  }

  async #rest(run: Run): Promise<void> {
    this.#note(await settle(run, []));
  }

  /** Its cases are at rest: after a claim they are without more, a process goes nowhere for it. */
  #note(subjects: readonly CaseDocument[]): void {
    this.#subjects = subjects;
    this.#restedAt = versionsOf(subjects);
  }

  async #begin(): Promise<Run> {
    if (this.#run !== undefined) return this.#run;
    const { scenario } = this.#file;
    const tell = <T>(value: T, actual: Date) =>
      retell(value, {
        nominal: this.acts[0]?.nominal ?? actual,
        actual,
        calendar: this.#stage.app.calendar.calendar,
        disguise: this.#disguise,
      });
    const { steps, expect: _expect, expectItems: _items, ...given } = scenario;
    const told = { ...tell(given, this.planned.arrivesAt), steps };
    const file: ScenarioFile = { ...this.#file, scenario: told };
    const run: Run = {
      stage: this.#stage,
      loaded: this.#loaded,
      file,
      licenses: this.#licenses,
      window: told.window ?? this.#stage.people.commonWindow(),
      clerk: 1 + (this.planned.no % 5),
      failures: this.#failures,
      others: [],
      fail: (path, what) => this.#failures.push({ ...what, file: file.file, line: 1, path: path.join('.') }),
      ...(this.#caseId === undefined ? {} : { caseId: this.#caseId }),
    };
    if (this.#done === 0)
      for (const [key, held] of Object.entries(told.licenses ?? {}))
        if (!this.#licenses.has(key))
          this.#licenses.set(
            key,
            await placeLicense({
              stage: this.#stage,
              loaded: this.#loaded,
              held,
              applicant: told.applicant ?? {},
            }),
          );
    this.#run = run;
    return run;
  }

  async #perform(run: Run, planned: PlannedAct, now: Date): Promise<void> {
    const { act, nominal } = planned;
    if (act.act === 'claim') return claim(run, act);
    if (act.act === 'ask') return ask(run, this.#dice);
    if (act.act === 'rate') return rate(run, this.#dice);
    const { calendar } = this.#stage.app.calendar;
    const told = retell(act, { nominal, actual: now, calendar, disguise: this.#disguise });
    if (told.act === 'receive' && run.caseId === undefined && this.#online && isForPortal(run))
      return unlessRefused(run, () => applyOnline(run));
    if (told.act === 'resubmit') return resubmit(run, told);
    if (told.act === 'accept' && (await caseOf(run).catch(() => undefined))?.state === 'accepted') return;
    await carryOut('item' in told ? await inItem(run, told.item, []) : run, told, []);
  }
}

function versionsOf(subjects: readonly CaseDocument[]): string {
  return subjects.map(({ _id, version }) => `${_id} ${version}`).join();
}

function stepOf(act: Act | OwnAct): string | undefined {
  return 'step' in act ? act.step : undefined;
}

function nameOf(act: Act | OwnAct): string {
  return act.act === 'complete' ? `complete ${act.step} ${act.outcome}` : act.act;
}
