import { countInto, emptyTally, type Tally } from './tally.ts';
import type { TaskLight } from './taskFilter.ts';
import type { ListedTask } from './taskIndex.ts';

const oneMinute = 60_000;
/** What a task's light changes from and to; `none` where nothing is due yet. */
type Change = `${TaskLight | 'none'}>${TaskLight}`;

/**
 * The numbers of a queue, kept up as tasks come and go and as time passes, so that they cost the same for ten tasks and for
 * a hundred thousand: each task says when its light will change, and a minute that begins carries out what falls into it.
 */
export class QueueTally {
  readonly #tally: Tally = emptyTally();
  /** Changes of lights to come, by the minute in which they are seen. */
  readonly #ahead = new Map<number, Map<Change, number>>();
  #minute: number;

  constructor(minute: number) {
    this.#minute = minute;
  }

  get minute(): number {
    return this.#minute;
  }

  add(task: ListedTask): void {
    this.#count(task, 1);
  }

  remove(task: ListedTask): void {
    this.#count(task, -1);
  }

  /** The numbers in this minute; it is not before the last one that was asked for. */
  at(minute: number): Readonly<Tally> {
    if (minute < this.#minute) throw new RangeError('a tally does not go back in time');
    for (const [when, changes] of this.#ahead) {
      if (when > minute) continue;
      for (const [change, tasks] of changes) this.#turn(change, tasks);
      this.#ahead.delete(when);
    }
    this.#minute = minute;
    return this.#tally;
  }

  #count(task: ListedTask, by: 1 | -1): void {
    countInto(this.#tally, task, this.#minute, by);
    for (const [when, change] of changesOf(task)) {
      if (when <= this.#minute) continue;
      const changes = this.#ahead.get(when) ?? new Map<Change, number>();
      changes.set(change, (changes.get(change) ?? 0) + by);
      this.#ahead.set(when, changes);
    }
  }

  #turn(change: Change, tasks: number): void {
    const [from, to] = change.split('>') as [TaskLight | 'none', TaskLight];
    if (from !== 'none') this.#tally.lights[from] -= tasks;
    this.#tally.lights[to] += tasks;
  }
}

/** When the light of a task changes (`lightOfTask`), by minute: yellow from `yellowAt` on, red after `dueAt`. */
function changesOf({ paused, dueAt, yellowAt }: ListedTask): [minute: number, change: Change][] {
  if (paused) return [];
  const red = (Math.floor(dueAt.getTime() / oneMinute) + 1) * oneMinute;
  if (yellowAt === undefined) return [[red, 'none>red']];
  const yellow = Math.ceil(yellowAt.getTime() / oneMinute) * oneMinute;
  if (yellow >= red) return [[red, 'green>red']];
  return [
    [yellow, 'green>yellow'],
    [red, 'yellow>red'],
  ];
}
