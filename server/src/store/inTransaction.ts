import { MongoServerError } from 'mongodb';
import type { ClientSession, Connection } from 'mongoose';

const maximumAttempts = 12;
const longestPause = 400;

/**
 * Runs `work` in one transaction and returns its result. Conflicts with another transaction are tried again
 * (at most 12 times), so `work` must have no effect outside the session.
 */
export async function inTransaction<T>(
  connection: Connection,
  work: (session: ClientSession) => Promise<T>,
): Promise<T> {
  for (let attempt = 1; ; attempt += 1) {
    const session = await connection.startSession();
    try {
      session.startTransaction({
        readConcern: { level: 'snapshot' },
        writeConcern: { w: 'majority', j: true },
      });
      const result = await work(session);
      await session.commitTransaction();
      return result;
    } catch (error) {
      await session.abortTransaction().catch(() => undefined);
      if (attempt >= maximumAttempts || !isTransient(error)) throw error;
      await new Promise((resolve) => setTimeout(resolve, Math.min(longestPause, 4 * 2 ** attempt) * Math.random()));
    } finally {
      await session.endSession();
    }
  }
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
