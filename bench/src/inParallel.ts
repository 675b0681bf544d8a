/** Works a list with so many lanes at once. Returns the results, in the order of the list, and the seconds it took. */
export async function inParallel<T, R>(
  lanes: number,
  list: readonly T[],
  work: (entry: T, lane: number) => Promise<R>,
): Promise<{ results: R[]; seconds: number }> {
  const results: R[] = [];
  let next = 0;
  const began = performance.now();
  const runLane = async (_: unknown, lane: number) => {
    while (next < list.length) {
      const at = next;
      next += 1;
      results[at] = await work(list[at] as T, lane);
    }
  };
  await Promise.all(Array.from({ length: lanes }, runLane));
  return { results, seconds: (performance.now() - began) / 1000 };
}

/** Milliseconds of each of `count` calls, one after another. */
export async function timeEach(count: number, call: () => Promise<unknown>): Promise<number[]> {
  const times: number[] = [];
  for (let at = 0; at < count; at += 1) {
    const began = performance.now();
    await call();
    times.push(performance.now() - began);
  }
  return times;
}
