/** Pauses in milliseconds: the first after a failure, and the longest that they grow to. */
export type BackOffLimits = { firstMs: number; longestMs: number };

/** Pauses between attempts that keep failing: doubled each time up to the longest; after a success short again. */
export function createBackOff({ firstMs, longestMs }: BackOffLimits) {
  let failures = 0;
  return {
    /** Milliseconds to wait after one more failure. */
    next(): number {
      const pause = Math.min(longestMs, firstMs * 2 ** failures);
      if (pause < longestMs) failures += 1;
      return pause;
    },
    /** The attempt succeeded. */
    reset(): void {
      failures = 0;
    },
  };
}
