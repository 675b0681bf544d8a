import { createEngineClient, type EngineClient } from '@onewindow/engine';
import { type Db, MongoClient } from 'mongodb';
import type { Stack } from '../../scripts/stack/index.ts';

/** What the measurements need of a running stack. */
export type StackUnderTest = Pick<
  Stack,
  'serverUrl' | 'engineUrl' | 'engineUser' | 'enginePassword' | 'mongodbUri' | 'settings' | 'pid'
>;

/** The stack with both its back ends opened beside the server. */
export interface BenchStack {
  readonly serverUrl: string;
  readonly settings: Readonly<Record<string, string>>;
  /** Process ids of the parts, as the stack tells them. */
  readonly pid: Stack['pid'];
  readonly engine: EngineClient;
  readonly db: Db;
  close(): Promise<void>;
}

/** Demonstration data belong to this division. */
export const tenant = '110115';

export async function openBenchStack(stack: StackUnderTest): Promise<BenchStack> {
  const mongo = await new MongoClient(stack.mongodbUri).connect();
  return {
    serverUrl: stack.serverUrl,
    settings: stack.settings,
    pid: (part) => stack.pid(part),
    engine: createEngineClient({
      url: stack.engineUrl,
      user: stack.engineUser,
      password: stack.enginePassword,
    }),
    db: mongo.db(stack.settings['MONGODB_DATABASE'] ?? 'onewindow'),
    close: () => mongo.close(),
  };
}

/** Waits until the server has nothing owed any more, so that what was prepared does not run into what is timed. */
export async function waitUntilIdle({ db }: BenchStack, limitSeconds = 300): Promise<void> {
  const end = performance.now() + limitSeconds * 1000;
  for (;;) {
    const owed = await db.collection('outbox').countDocuments({ tenant, state: 'pending' });
    if (owed === 0) return;
    if (performance.now() > end) throw new Error(`still ${owed} entries owed after ${limitSeconds} s`);
    await new Promise((resolve) => setTimeout(resolve, 500));
  }
}

/** Starts so many instances of a process straight in the engine, with the variables of a real case. */
export interface RawStart {
  readonly definitionId: string;
  readonly variables: Record<string, string | number | boolean>;
}

/** What the server sent to the engine for a case that it has accepted. */
export async function readRawStart({ db }: BenchStack, caseId: string): Promise<RawStart> {
  const entry = await db
    .collection<{ payload: RawStart }>('outbox')
    .findOne({ tenant, caseId, type: 'startCase' });
  if (entry === null) throw new Error(`case ${caseId} was never started`);
  return entry.payload;
}
