import { RateLimiterMongo, RateLimiterRes } from 'rate-limiter-flexible';
import { AppError, type ErrorCode } from '../errors/appError.ts';

/** What a limiter can do that counts in the store, so that all server copies count together. */
export interface Limiter {
  /** Counts one; throws AppError `code` with the minutes to wait when there were more than `most` (without it: the points). */
  consume(key: string, code: ErrorCode, most?: number): Promise<void>;
  /** Counts one, whatever the limit. */
  penalty(key: string): Promise<void>;
  /** Minutes to wait (whole, rounded up), or undefined when the limit is not reached. */
  minutesBarred(key: string): Promise<number | undefined>;
  delete(key: string): Promise<void>;
}

/**
 * Counts points for a key within a time (seconds). The embedded store counts every one but sometimes answers the
 * update of a key that others begin at the same moment with nothing; the count is then read by itself.
 */
export function storeLimiter(options: {
  client: unknown;
  database: string;
  collection: string;
  points: number;
  duration: number;
}): Limiter {
  const counts = new RateLimiterMongo({
    storeClient: options.client,
    dbName: options.database,
    tableName: options.collection,
    points: options.points,
    duration: options.duration,
  });
  const counted = async (key: string, count: () => Promise<RateLimiterRes>): Promise<RateLimiterRes> => {
    try {
      return await count();
    } catch (cause) {
      if (cause instanceof RateLimiterRes) return cause;
      const now = cause instanceof TypeError ? await counts.get(key) : null;
      if (now === null) throw cause;
      return now;
    }
  };
  const minutes = (state: RateLimiterRes) => Math.ceil(state.msBeforeNext / 60_000);
  return {
    async consume(key, code, most = options.points) {
      const state = await counted(key, () => counts.consume(key));
      if (state.consumedPoints > most) throw new AppError(code, { params: { minutes: minutes(state) } });
    },
    async penalty(key) {
      await counted(key, () => counts.penalty(key));
    },
    async minutesBarred(key) {
      const state = await counts.get(key);
      return state !== null && state.consumedPoints >= options.points ? minutes(state) : undefined;
    },
    async delete(key) {
      await counts.delete(key);
    },
  };
}
