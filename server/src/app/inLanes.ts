/**
 * Does the work of each entry, so many side by side, begun in their order. Gives what came of them in that order; throws the first
 * error when those that were begun have ended, and begins no more.
 */
export async function inLanes<T, R>(
  entries: readonly T[],
  lanes: number,
  work: (entry: T) => Promise<R>,
): Promise<R[]> {
  const results: R[] = [];
  const failures: unknown[] = [];
  const queue = entries.map((entry, at) => ({ entry, at }));
  const lane = async () => {
    for (let next = queue.shift(); next !== undefined && failures.length === 0; next = queue.shift())
      try {
        results[next.at] = await work(next.entry);
      } catch (error) {
        failures.push(error);
      }
  };
  await Promise.all(Array.from({ length: Math.min(lanes, entries.length) }, lane));
  if (failures.length > 0) throw failures[0];
  return results;
}
