const hour = 3_600_000;
/** Of whom nothing is known yet. Milliseconds. */
const usualSpan = 24 * hour;
const longestSpan = 365 * 24 * hour;

/**
 * How close together somebody's entries lie, as the last page showed: from a span of time that fits, the next page is read
 * in one go. Times in milliseconds.
 */
export class ReadingPace {
  readonly #between = new Map<string, number>();

  /** So many entries were read in a span of time. */
  learn(who: string, read: { entries: number; span: number }): void {
    this.#between.set(who, read.span / Math.max(read.entries, 1));
  }

  /** In which so many entries come together: a fifth more than the pace says, an hour at least and a year at most. */
  spanFor(who: string, count: number): number {
    const between = this.#between.get(who);
    if (between === undefined) return usualSpan;
    return Math.round(Math.min(longestSpan, Math.max(hour, between * count * 1.2)));
  }
}
