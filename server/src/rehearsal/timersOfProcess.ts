import type { EngineJob } from '@onewindow/engine';
import type { AppContext } from '../app/appContext.ts';
import { noDate } from '../clocks/caseDates.ts';

/** A job that waits in the engine; `dueAt` in the scenario's time, absent for one that may run at once. */
export interface WaitingJob {
  readonly id: string;
  readonly dueAt?: Date;
}

/**
 * The engine's timers in a scenario's time. A timer with a date falls due on it; one with a duration is counted by the
 * engine from its own clock, so the same length is counted from when the scenario came there.
 */
export class TimersOfProcess {
  readonly #app: AppContext;
  readonly #configurations = new Map<string, Promise<ReadonlyMap<string, string>>>();
  readonly #counted = new Map<string, Date>();
  /** What was waiting by instance, when it was last asked for. */
  readonly #seen = new Map<string, readonly WaitingJob[]>();

  constructor(app: AppContext) {
    this.#app = app;
  }

  /** Whether instances of the definition ever have jobs. Throws EngineError. */
  async any(definitionId: string): Promise<boolean> {
    return (await this.#configurationsOf(definitionId)).size > 0;
  }

  /** Every job of an instance that time brings on: not the timers of clocks that do not run. Throws EngineError. */
  async waiting(definitionId: string, processInstanceId: string): Promise<WaitingJob[]> {
    const configurations = await this.#configurationsOf(definitionId);
    // A process without timers and asynchronous steps has no jobs.
    if (configurations.size === 0) return [];
    const jobs = await this.#app.engine.listJobs({ processInstanceId });
    const waiting = jobs
      .filter(({ dueDate }) => dueDate === null || instantOf(dueDate) < never)
      .map((job) => {
        const dueAt = this.#dueAt(job, configurations.get(job.jobDefinitionId ?? '') ?? '');
        return { id: job.id, ...(dueAt === undefined ? {} : { dueAt }) };
      });
    this.#seen.set(processInstanceId, waiting);
    return waiting;
  }

  /** The same as it was when it was last asked for: of an instance that has come to rest since. Throws EngineError. */
  async seen(definitionId: string, processInstanceId: string): Promise<readonly WaitingJob[]> {
    return this.#seen.get(processInstanceId) ?? this.waiting(definitionId, processInstanceId);
  }

  #dueAt(job: EngineJob, configuration: string): Date | undefined {
    if (job.dueDate === null) return undefined;
    const due = instantOf(job.dueDate);
    if (configuration.startsWith('DATE') || !job.createTime) return due;
    const known = this.#counted.get(job.id);
    if (known !== undefined) return known;
    const counted = new Date(
      this.#app.time.now().getTime() + due.getTime() - instantOf(job.createTime).getTime(),
    );
    this.#counted.set(job.id, counted);
    return counted;
  }

  #configurationsOf(definitionId: string): Promise<ReadonlyMap<string, string>> {
    const known = this.#configurations.get(definitionId);
    if (known !== undefined) return known;
    const reading = this.#app.engine
      .listJobDefinitions(definitionId)
      .then((list) => new Map(list.map(({ id, jobConfiguration }) => [id, jobConfiguration ?? ''])));
    this.#configurations.set(definitionId, reading);
    return reading;
  }
}

/** A timer of a clock that does not run (`clocks/caseDates.ts`); no job is ever due then. */
const never = new Date(noDate);

/** The engine writes offsets without a colon. */
function instantOf(text: string): Date {
  return new Date(text.replace(/([+-]\d\d)(\d\d)$/, '$1:$2'));
}
