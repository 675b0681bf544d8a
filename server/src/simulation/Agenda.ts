/** What is to happen, in order of time; what is entered first comes first at the same moment. */
export class Agenda<T> {
  readonly #entries: { at: number; order: number; what: T }[] = [];
  #entered = 0;

  enter(at: Date, what: T): void {
    this.#entered += 1;
    const entry = { at: at.getTime(), order: this.#entered, what };
    let [low, high] = [0, this.#entries.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.#entries[middle]?.at ?? 0) > entry.at) low = middle + 1;
      else high = middle;
    }
    // The soonest stands last, where it is taken from.
    this.#entries.splice(low, 0, entry);
  }

  /** Takes the next that happens before an instant. */
  take(before: Date): { at: Date; what: T } | undefined {
    const next = this.#entries.at(-1);
    if (next === undefined || next.at >= before.getTime()) return undefined;
    this.#entries.pop();
    return { at: new Date(next.at), what: next.what };
  }
}
