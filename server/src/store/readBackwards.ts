const day = 86_400_000;
/** Each span is so many times as long as the one before. */
const growth = 4;
/** Further back than this no list goes. Milliseconds. */
const furthest = 20 * 365 * day;

/**
 * The latest entries before an instant, latest first, at least `count` of them if there are so many: read in spans of
 * time that grow, each a range of an index. (For "sorted, the first 50" the embedded store reads all that match.)
 * `read` answers what lies strictly between both instants, in any order.
 */
export async function readBackwards<T>(options: {
  before: Date;
  /** Milliseconds; about the time in which a page comes together. */
  firstSpan: number;
  count: number;
  read: (after: Date, before: Date) => Promise<T[]>;
  /** Greater for what comes first. */
  compare: (one: T, other: T) => number;
}): Promise<T[]> {
  const { firstSpan, count, read, compare } = options;
  const found: T[] = [];
  const start = options.before.getTime();
  let upper = start;
  for (let span = firstSpan; found.length < count && start - upper < furthest; span *= growth) {
    const lower = upper - span;
    // Both ends are exclusive, so the spans overlap by a millisecond on each side of a bound: none is lost or read twice.
    const some = await read(new Date(lower - 1), new Date(upper));
    found.push(...some.sort(compare));
    upper = lower;
  }
  return found;
}
