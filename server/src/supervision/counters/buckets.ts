import type { Counter } from './countLines.ts';

/** So many clocks of a department turn or fall due in this minute. */
export interface Bucket {
  minute: number;
  departmentId: string;
  n: number;
}

export type Turns = 'yellow' | 'due' | 'pausedDue';

/** The buckets of these figures from a minute on up to another, by minute and department. */
export function bucketsOf(
  counters: readonly Counter[],
  turns: Turns,
  from: number,
  to = Number.POSITIVE_INFINITY,
): Bucket[] {
  const buckets = new Map<string, Bucket>();
  for (const counter of counters) {
    for (const [key, n] of Object.entries(counter[turns])) {
      const minute = Number(key);
      if (minute < from || minute > to) continue;
      const place = `${key}|${counter.departmentId}`;
      const bucket = buckets.get(place);
      if (bucket === undefined) buckets.set(place, { minute, departmentId: counter.departmentId, n });
      else bucket.n += n;
    }
  }
  return [...buckets.values()].sort(inOrder);
}

function inOrder(one: Bucket, other: Bucket): number {
  if (one.minute !== other.minute) return one.minute - other.minute;
  return one.departmentId < other.departmentId ? -1 : 1;
}

/** What must be read of a department for some of its buckets that follow one another. Minutes, both ends included. */
export interface Range {
  departmentId: string;
  from: number;
  to: number;
}

/** The first buckets that hold `count` clocks, as one range a department, and how many buckets they are. */
export function takeBuckets(buckets: readonly Bucket[], count: number): { ranges: Range[]; taken: number } {
  const ranges = new Map<string, Range>();
  let held = 0;
  let taken = 0;
  for (const { minute, departmentId, n } of buckets) {
    if (held >= count) break;
    held += n;
    taken += 1;
    const range = ranges.get(departmentId);
    if (range === undefined) ranges.set(departmentId, { departmentId, from: minute, to: minute });
    else range.to = minute;
  }
  return { ranges: [...ranges.values()], taken };
}
