import type { TimeSource } from './timeSource.ts';

/** A clock that stands still until somebody moves it: for tests and rehearsals. */
export class StillTime implements TimeSource {
  #now: Date;

  constructor(now: string | Date) {
    this.#now = new Date(now);
  }

  now(): Date {
    return new Date(this.#now);
  }

  set(now: string | Date): void {
    this.#now = new Date(now);
  }
}
