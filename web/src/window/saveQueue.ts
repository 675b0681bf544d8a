/** Runs writes on one case one after another, so that each sees the version the one before left. A failed write does not stop the next. */
export class SaveQueue {
  #tail: Promise<unknown> = Promise.resolve();

  /** Runs when everything before has ended. Rejects as the work does. */
  run<T>(work: () => Promise<T>): Promise<T> {
    const result = this.#tail.then(work, work);
    this.#tail = result.catch(() => undefined);
    return result;
  }
}
