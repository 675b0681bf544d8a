import { randomUUID } from 'node:crypto';
import { type Db, MongoClient } from 'mongodb';

/** A database of its own in the store under test, dropped by `close`. */
export interface ContractStore {
  readonly client: MongoClient;
  readonly db: Db;
  readonly uri: string;
  close(): Promise<void>;
}

/**
 * Connects to the store that MONGODB_URI names, with the write concern that the product uses.
 * Throws when MONGODB_URI is not set: `npm run store:check` sets it.
 */
export async function openContractStore(): Promise<ContractStore> {
  const uri = process.env['MONGODB_URI'];
  if (uri === undefined) throw new Error('MONGODB_URI is not set; run `npm run store:check`');
  const client = new MongoClient(uri, {
    writeConcern: { w: 'majority', j: true },
    serverSelectionTimeoutMS: 15_000,
  });
  await client.connect();
  const db = client.db(`contract_${randomUUID().slice(0, 8)}`);
  return {
    client,
    db,
    uri,
    close: async () => {
      await db.dropDatabase();
      await client.close();
    },
  };
}
