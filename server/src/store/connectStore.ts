import mongoose, { type Connection } from 'mongoose';

/**
 * Connects to the document store. Acknowledged means journaled by a majority (architecture, "Security posture";
 * the embedded store acknowledges the same way).
 */
export async function connectStore(uri: string, database: string): Promise<Connection> {
  const connection = mongoose.createConnection(uri, {
    dbName: database,
    autoIndex: false,
    autoCreate: false,
    maxPoolSize: 40,
    serverSelectionTimeoutMS: 3000,
    socketTimeoutMS: 30_000,
    // A store that hangs is noticed by the driver's monitor within about 12 s, and what waits for it fails then.
    heartbeatFrequencyMS: 2_000,
    connectTimeoutMS: 10_000,
    retryWrites: false,
    // What `watchQueries` listens to.
    monitorCommands: true,
    writeConcern: { w: 'majority', journal: true },
  });
  connection.set('sanitizeFilter', true);
  return connection.asPromise();
}

/** Throws Error when the store has no transactions (a MongoDB that is not a replica set). */
export async function assertTransactions(connection: Connection): Promise<void> {
  const session = await connection.startSession();
  try {
    session.startTransaction();
    await connection.collection('transactionProbe').findOne({}, { session });
    await session.abortTransaction();
  } catch (cause) {
    throw new Error('MONGODB_URI: this MongoDB has no transactions; run it as a replica set', { cause });
  } finally {
    await session.endSession();
  }
}
