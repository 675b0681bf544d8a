import { appendFileSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { LifeMark } from './Life.ts';

/** What a simulation was asked for; the same seed on the same data is the same simulation. */
export interface SimulationOrder {
  readonly seed: string;
  readonly cases: number;
  /** ISO instants. */
  readonly from: string;
  readonly until: string;
}

/** How far a simulation has come: a line for each act, in a file beside the data that it made. */
export interface Journal {
  readonly order: SimulationOrder;
  /** The last mark of each case, by its number. */
  readonly marks: ReadonlyMap<number, LifeMark>;
  /** The clock of the simulation when it was broken off. */
  readonly reached: Date;
  readonly finished: boolean;
  /** The last round of the supervisors. */
  readonly lastRound: Date | undefined;
  note(mark: LifeMark, at: Date): void;
  noteRound(at: Date): void;
  finish(): void;
}

const fileOf = (dataDir: string, seed: string) => join(dataDir, `simulation-${seed}.jsonl`);

/** The journal of the simulation with this seed, if one was begun. Throws Error for a file that is none. */
export function readJournal(dataDir: string, seed: string): Journal | undefined {
  const file = fileOf(dataDir, seed);
  if (!existsSync(file)) return undefined;
  const [first = '', ...rest] = readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line !== '');
  const order = JSON.parse(first) as SimulationOrder;
  const marks = new Map<number, LifeMark>();
  let reached = order.from;
  let lastRound: string | undefined;
  let finished = false;
  for (const line of rest) {
    // The last line of one that was killed may be half a line.
    const entry = parsed(line);
    if (entry === undefined) continue;
    if ('finished' in entry) {
      finished = true;
      continue;
    }
    reached = entry.at;
    if ('mark' in entry) marks.set(entry.mark.no, entry.mark);
    else lastRound = entry.at;
  }
  return {
    ...writer(file),
    order,
    marks,
    reached: new Date(reached),
    lastRound: lastRound === undefined ? undefined : new Date(lastRound),
    finished,
  };
}

/** Begins the journal of a simulation. */
export function beginJournal(dataDir: string, order: SimulationOrder): Journal {
  const file = fileOf(dataDir, order.seed);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, `${JSON.stringify(order)}\n`, { mode: 0o600 });
  return {
    ...writer(file),
    order,
    marks: new Map(),
    reached: new Date(order.from),
    lastRound: undefined,
    finished: false,
  };
}

function writer(file: string): Pick<Journal, 'note' | 'noteRound' | 'finish'> {
  return {
    note: (mark, at) => appendFileSync(file, `${JSON.stringify({ at: at.toISOString(), mark })}\n`),
    noteRound: (at) => appendFileSync(file, `${JSON.stringify({ at: at.toISOString(), round: true })}\n`),
    finish: () => appendFileSync(file, `${JSON.stringify({ finished: true })}\n`),
  };
}

type Entry = { at: string; mark: LifeMark } | { at: string; round: true } | { finished: true };

function parsed(line: string): Entry | undefined {
  try {
    return JSON.parse(line);
  } catch {
    return undefined;
  }
}
