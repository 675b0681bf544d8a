import { Worker } from 'node:worker_threads';
import { answerOfThread } from '../../app/answerOfThread.ts';
import type { Reckoned, ReportBasis } from './reckonReport.ts';
import type { CaseFact } from './reportFacts.ts';
import type { ReportOrder } from './reportThread.ts';

const script = new URL('./reportThread.ts', import.meta.url);

/**
 * Reckons a report beside the server: a month of 80,000 cases takes seconds in which nobody else would be answered. It is given the
 * cases as they are read. Must be ended.
 */
export class ReckoningThread {
  readonly #thread = new Worker(script);
  readonly #answer = answerOfThread<Reckoned>(this.#thread);

  constructor() {
    // It may fail before anybody waits for it.
    this.#answer.catch(() => undefined);
  }

  add(cases: CaseFact[]): void {
    this.#send({ cases });
  }

  /** Throws what reckoning throws. */
  finish(basis: ReportBasis): Promise<Reckoned> {
    this.#send({ basis });
    return this.#answer;
  }

  async end(): Promise<void> {
    await this.#thread.terminate();
  }

  #send(order: ReportOrder): void {
    this.#thread.postMessage(order);
  }
}
