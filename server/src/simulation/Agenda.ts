/** What is to happen, in order of time; at the same moment by rank, and then what was entered first. */
export class Agenda<T> {
  readonly #entries: { at: number; rank: number; order: number; what: T }[] = [];
  #entered = 0;

  /** `rank` decides between two at the same moment, whichever was entered first: the smaller one comes first. */
  enter(at: Date, what: T, rank = 0): void {
    this.#entered += 1;
    const entry = { at: at.getTime(), rank, order: this.#entered, what };
    let [low, high] = [0, this.#entries.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      const other = this.#entries[middle];
      if (other !== undefined && comesAfter(other, entry)) low = middle + 1;
      else high = middle;
    }
    // The soonest stands last, where it is taken from.
    this.#entries.splice(low, 0, entry);
  }

  /** What happens next, without taking it. */
  peek(): { at: Date; what: T } | undefined {
    const next = this.#entries.at(-1);
    return next === undefined ? undefined : { at: new Date(next.at), what: next.what };
  }

  /** Takes the next that happens before an instant. */
  take(before: Date): { at: Date; what: T } | undefined {
    const next = this.#entries.at(-1);
    if (next === undefined || next.at >= before.getTime()) return undefined;
    this.#entries.pop();
    return { at: new Date(next.at), what: next.what };
  }
}

type Place = { readonly at: number; readonly rank: number; readonly order: number };

function comesAfter(one: Place, other: Place): boolean {
  return (one.at - other.at || one.rank - other.rank || one.order - other.order) > 0;
}
