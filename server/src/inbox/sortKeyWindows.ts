/** The entries of a queue whose sort key lies in (after, to]; `to` undefined: no upper bound. In any order. */
export type ReadWindow<T> = (after: string, to: string | undefined) => Promise<T[]>;

/** A window that held more entries is split, neighbours that together hold fewer are joined. */
const wanted = 32;

/**
 * Walks a queue in order of its sort key, reading bounded windows of it, because on the embedded store a sorted range is
 * read to its end however few entries are asked for. Where the windows begin and end is learned from what was read; it
 * decides what a page costs, never what is on it.
 */
export class SortKeyWindows {
  /** Inner borders, ascending; each window ends at one, the last has no end. */
  #borders: string[] = [];

  /**
   * The first `count` entries after a key that `accept` takes, in order. Walks on until the page is full or the queue ends
   * (at `to`, when given); windows grow while few are accepted.
   */
  async take<T extends { sortKey: string }>(options: {
    read: ReadWindow<T>;
    after: string;
    to?: string | undefined;
    count: number;
    accept: (entry: T) => boolean;
  }): Promise<T[]> {
    const { read, count, accept, to: end } = options;
    const taken: T[] = [];
    let from = options.after;
    for (let stride = this.#windowsFor(count); ; stride *= 2) {
      const border = this.#borderAfter(from, stride);
      const last = border === undefined || (end !== undefined && border >= end);
      const to = last ? end : border;
      const found = (await read(from, to)).sort(bySortKey);
      this.#learn(
        from,
        to,
        found.map((entry) => entry.sortKey),
      );
      taken.push(...found.filter(accept));
      if (last || taken.length >= count || to === undefined) return taken.slice(0, count);
      from = to;
    }
  }

  /** As many windows as may hold a page, however far into the first of them it begins. */
  #windowsFor(count: number): number {
    return Math.ceil(count / wanted) + 1;
  }

  #borderAfter(key: string, stride: number): string | undefined {
    return this.#borders[this.#firstAfter(key) + stride - 1];
  }

  /** Index of the first border greater than the key. */
  #firstAfter(key: string): number {
    let [low, high] = [0, this.#borders.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.#borders[middle] ?? '') > key) high = middle;
      else low = middle + 1;
    }
    return low;
  }

  /** Sets borders anew inside (from, to] when it held far more, or far fewer, entries than its windows should. */
  #learn(from: string, to: string | undefined, keys: readonly string[]): void {
    const begin = this.#firstAfter(from);
    let end = to === undefined ? this.#borders.length : this.#firstAfter(to);
    if (to !== undefined && this.#borders[end - 1] === to) end -= 1;
    const windows = Math.max(0, end - begin) + 1;
    const tooMany = keys.length > windows * wanted * 1.5;
    const tooFew = windows > 1 && keys.length < (windows * wanted) / 4;
    if (!tooMany && !tooFew) return;
    const inner: string[] = [];
    if (tooMany && from !== '' && this.#borders[begin - 1] !== from) inner.push(from);
    for (let at = wanted; at < keys.length; at += wanted) inner.push(keys[at - 1] as string);
    this.#borders.splice(begin, windows - 1, ...inner);
  }
}

export function bySortKey(one: { sortKey: string }, other: { sortKey: string }): number {
  return one.sortKey < other.sortKey ? -1 : one.sortKey > other.sortKey ? 1 : 0;
}
