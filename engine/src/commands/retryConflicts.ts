import { setTimeout as pause } from 'node:timers/promises';
import { isEngineError } from '../client/engineError.ts';

/** Waits that many milliseconds; injected in tests. */
export type Wait = (milliseconds: number) => Promise<unknown>;

const pauses = [20, 60, 180];

/**
 * Tries again, at most three more times within about 0.3 s, while the engine answers that another transaction on the
 * same instance was faster. Everything else is thrown at once.
 */
export async function retryConflicts<T>(attempt: () => Promise<T>, wait: Wait = pause): Promise<T> {
  for (const milliseconds of pauses) {
    try {
      return await attempt();
    } catch (error) {
      if (!isEngineError(error, 'engineConflict')) throw error;
      // spread, so that the same two do not meet again
      await wait(milliseconds * (0.5 + Math.random()));
    }
  }
  return attempt();
}
