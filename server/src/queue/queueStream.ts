import { EventEmitter } from 'node:events';
import { isDuplicateKey } from '../store/inTransaction.ts';
import type { Models } from '../store/models.ts';
import { newId } from '../store/newId.ts';

/** How often a copy asks whether another has changed the queue of a hall that somebody watches, in milliseconds. */
const lookEvery = 2_000;

/**
 * Tells of changes in the queues of halls: at once on this server copy, within two seconds on the others, which look at a
 * mark in the store while they have listeners. What changed is read by whoever is told.
 */
export class QueueStream {
  readonly #emitter = new EventEmitter().setMaxListeners(0);
  readonly #models: Models;
  readonly #tenant: string;
  readonly #watched = new Map<
    string,
    { listeners: number; timer: NodeJS.Timeout; mark: number | undefined }
  >();

  constructor(models: Models, tenant: string) {
    this.#models = models;
    this.#tenant = tenant;
  }

  /** The queue of the hall has changed; the store is told in the background. */
  publish(hallId: string): void {
    this.#emitter.emit(hallId);
    this.#raise(hallId).catch(() => undefined);
  }

  /** Returns the function that ends the subscription. */
  subscribe(hallId: string, listener: () => void): () => void {
    this.#emitter.on(hallId, listener);
    const watch = this.#watched.get(hallId);
    if (watch === undefined) {
      const timer = setInterval(() => void this.#look(hallId).catch(() => undefined), lookEvery).unref();
      this.#watched.set(hallId, { listeners: 1, timer, mark: undefined });
    } else watch.listeners += 1;
    return () => {
      this.#emitter.off(hallId, listener);
      const current = this.#watched.get(hallId);
      if (current === undefined) return;
      current.listeners -= 1;
      if (current.listeners > 0) return;
      clearInterval(current.timer);
      this.#watched.delete(hallId);
    };
  }

  async #look(hallId: string): Promise<void> {
    const found = await this.#models.queueMarks.findOne({ tenant: this.#tenant, hallId }).lean();
    const watch = this.#watched.get(hallId);
    const mark = found?.mark ?? 0;
    if (watch === undefined || watch.mark === mark) return;
    watch.mark = mark;
    this.#emitter.emit(hallId);
  }

  async #raise(hallId: string): Promise<void> {
    const tenant = this.#tenant;
    const { matchedCount } = await this.#models.queueMarks.updateOne(
      { tenant, hallId },
      { $inc: { mark: 1 } },
    );
    if (matchedCount > 0) return;
    await this.#models.queueMarks
      .create({ _id: newId(), schemaVersion: 1, tenant, hallId, mark: 1 })
      .catch((error: unknown) => {
        if (!isDuplicateKey(error)) throw error;
      });
  }
}
