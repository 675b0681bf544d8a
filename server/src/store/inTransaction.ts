import { MongoServerError } from 'mongodb';
import type { ClientSession, Connection } from 'mongoose';
import { AppError } from '../errors/appError.ts';

const maximumAttempts = 12;
const longestPause = 400;

const committed = new WeakSet<ClientSession>();

/** True when what was written in this session stands. */
export function wasCommitted(session: ClientSession): boolean {
  return committed.has(session);
}

/**
 * Runs `work` in one transaction and returns its result. Conflicts with another transaction are tried again
 * (at most 12 times), so `work` must have no effect outside the session.
 * Throws AppError `storeAway` when the store cannot tell whether it committed.
 */
export async function inTransaction<T>(
  connection: Connection,
  work: (session: ClientSession) => Promise<T>,
): Promise<T> {
  for (let attempt = 1; ; attempt += 1) {
    const session = await connection.startSession();
    let committing = false;
    try {
      session.startTransaction({
        readConcern: { level: 'snapshot' },
        writeConcern: { w: 'majority', j: true },
      });
      const result = await work(session);
      committing = true;
      await session.commitTransaction();
      committed.add(session);
      return result;
    } catch (error) {
      await session.abortTransaction().catch(() => undefined);
      // The driver repeats a commit whose answer was lost; a store that was restarted in between no longer knows whether
      // it had committed. Running the work again could then do it twice.
      if (committing && isUnknownTransaction(error)) throw new AppError('storeAway', { cause: error });
      if (attempt >= maximumAttempts || !isTransient(error)) throw error;
      await new Promise((resolve) =>
        setTimeout(resolve, Math.min(longestPause, 4 * 2 ** attempt) * Math.random()),
      );
    } finally {
      await session.endSession();
    }
  }
}

function isUnknownTransaction(error: unknown): boolean {
  return error instanceof MongoServerError && error.code === 251;
}

function isTransient(error: unknown): boolean {
  return (
    error instanceof MongoServerError &&
    (error.hasErrorLabel('TransientTransactionError') || error.code === 112 || error.code === 251)
  );
}

/** True when a unique index refused the write. */
export function isDuplicateKey(error: unknown): boolean {
  return error instanceof MongoServerError && error.code === 11000;
}
