import type { Model } from 'mongoose';
import type { CounterDocument } from './counterModel.ts';
import { isDuplicateKey } from './inTransaction.ts';
import { newId } from './newId.ts';

/**
 * Hands out ascending numbers from blocks reserved in the store. Two servers never hand out the same number; a crash
 * loses the rest of a block, which leaves a gap.
 */
export class NumberReserve {
  readonly #counters: Model<CounterDocument>;
  readonly #blockSize: number;
  readonly #blocks = new Map<string, Promise<{ next: number; end: number }>>();

  constructor(counters: Model<CounterDocument>, blockSize = 20) {
    this.#counters = counters;
    this.#blockSize = blockSize;
  }

  /** The next number of the series `name`, from 1. */
  async next(tenant: string, name: string): Promise<number> {
    const key = `${tenant}/${name}`;
    for (;;) {
      const pending = this.#blocks.get(key) ?? this.#reserve(tenant, name);
      this.#blocks.set(key, pending);
      let block: { next: number; end: number };
      try {
        block = await pending;
      } catch (error) {
        this.#blocks.delete(key);
        throw error;
      }
      if (block.next < block.end) {
        block.next += 1;
        return block.next - 1;
      }
      if (this.#blocks.get(key) === pending) this.#blocks.delete(key);
    }
  }

  /** Claims by compare-and-set: `findOneAndUpdate` reads the whole collection on the embedded store. */
  async #reserve(tenant: string, name: string): Promise<{ next: number; end: number }> {
    for (;;) {
      const counter = await this.#counters.findOne({ tenant, name }).lean();
      if (counter === null) {
        try {
          await this.#counters.create({
            _id: newId(),
            schemaVersion: 1,
            tenant,
            name,
            next: 1 + this.#blockSize,
          });
          return { next: 1, end: 1 + this.#blockSize };
        } catch (error) {
          if (!isDuplicateKey(error)) throw error;
          continue;
        }
      }
      const end = counter.next + this.#blockSize;
      const result = await this.#counters.updateOne(
        { _id: counter._id, next: counter.next },
        { $set: { next: end } },
      );
      if (result.modifiedCount === 1) return { next: counter.next, end };
    }
  }
}
