import type { RequestHandler } from 'express';

/**
 * How busy this server copy is: the requests that are being answered. Long-lived streams do not count once they have sent
 * their head. Background work that can wait gives way to them.
 */
export class ServerLoad {
  #underway = 0;
  #lastEnd = Number.NEGATIVE_INFINITY;

  /** Whether nobody has waited for an answer of this copy for so many milliseconds. */
  isQuiet(milliseconds: number): boolean {
    return this.#underway === 0 && performance.now() - this.#lastEnd >= milliseconds;
  }

  /** Counts each request from its arrival to its answer. */
  handler(): RequestHandler {
    return (_request, response, next) => {
      this.#underway += 1;
      let counted = true;
      const done = () => {
        if (!counted) return;
        counted = false;
        this.#underway -= 1;
        this.#lastEnd = performance.now();
      };
      response.once('close', done);
      const flushHeaders = response.flushHeaders.bind(response);
      response.flushHeaders = () => {
        flushHeaders();
        done();
      };
      next();
    };
  }
}
