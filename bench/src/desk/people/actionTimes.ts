import { percentile, round } from '../../benchLine.ts';

/** Milliseconds of every action that was timed, by name, and what went wrong. */
export class ActionTimes {
  readonly #times = new Map<string, number[]>();
  readonly errors: string[] = [];

  /** Times one action; an error is noted under its name, not thrown. Gives undefined then. */
  async time<T>(name: string, act: () => Promise<T>): Promise<T | undefined> {
    const began = performance.now();
    try {
      const result = await act();
      this.#note(name, performance.now() - began);
      return result;
    } catch (error) {
      this.errors.push(`${name}: ${error instanceof Error ? error.message : String(error)}`);
      return undefined;
    }
  }

  /** Forgets what was timed so far. */
  clear(): void {
    this.#times.clear();
    this.errors.length = 0;
  }

  get count(): number {
    return [...this.#times.values()].reduce((sum, list) => sum + list.length, 0);
  }

  /** The slowest 95th percentile of an action that was done at least 20 times, in milliseconds. */
  get worst(): number {
    const lists = [...this.#times.values()].filter((list) => list.length >= 20);
    return Math.max(...lists.map((list) => percentile(list, 0.95)));
  }

  summary(): Record<string, { count: number; p50: number; p95: number; max: number }> {
    return Object.fromEntries(
      [...this.#times].map(([name, list]) => [
        name,
        {
          count: list.length,
          p50: round(percentile(list, 0.5)),
          p95: round(percentile(list, 0.95)),
          max: round(Math.max(...list)),
        },
      ]),
    );
  }

  #note(name: string, milliseconds: number): void {
    const list = this.#times.get(name);
    if (list === undefined) this.#times.set(name, [milliseconds]);
    else list.push(milliseconds);
  }
}
