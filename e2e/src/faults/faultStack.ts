import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { createEngineClient, type EngineClient } from '@onewindow/engine';
import { type Db, MongoClient } from 'mongodb';
import { type ChildEvent, type ChildName, type Stack, startStack } from '../../../scripts/stack/index.ts';

/** A stack that a test may break: its own data, ports, and ways to look behind the API. */
export interface FaultStack {
  readonly stack: Stack;
  readonly base: string;
  /** The server's database, read by the plain driver. */
  readonly db: Db;
  readonly engine: EngineClient;
  readonly events: readonly { readonly child: ChildName; readonly event: ChildEvent }[];
  /** Stops everything and deletes the data; keeps the data when `keep` is set. */
  close(keep?: boolean): Promise<void>;
}

/** Starts store, engine and server on free ports with data of their own. */
export async function startFaultStack(): Promise<FaultStack> {
  const dataDir = mkdtempSync(join(tmpdir(), 'onewindow-faults-'));
  const events: { child: ChildName; event: ChildEvent }[] = [];
  const stack = await startStack({
    dataDir,
    env: { RATE_LIMIT_PER_MINUTE: '1000000' },
    engineQuick: true,
    onEvent: (child, event) => events.push({ child, event }),
  });
  const mongo = new MongoClient(stack.mongodbUri, { serverSelectionTimeoutMS: 2_000 });
  return {
    stack,
    base: stack.serverUrl,
    db: mongo.db(stack.settings['MONGODB_DATABASE'] ?? 'onewindow'),
    engine: createEngineClient({
      url: stack.engineUrl,
      user: stack.engineUser,
      password: stack.enginePassword,
    }),
    events,
    async close(keep = false) {
      await mongo.close();
      await stack.stop();
      if (keep) console.log(`data and logs of this run: ${dataDir}`);
      else rmSync(dataDir, { recursive: true, force: true });
    },
  };
}

/** Polls until `look` gives something other than undefined or false. Fails after `patience` milliseconds. */
export async function until<T>(
  what: string,
  look: () => Promise<T | undefined | false> | T | undefined | false,
  patience = 60_000,
): Promise<T> {
  const end = performance.now() + patience;
  let last: unknown;
  for (;;) {
    try {
      const found = await look();
      if (found !== undefined && found !== false) return found;
      last = undefined;
    } catch (error) {
      last = error;
    }
    if (performance.now() > end) throw new Error(`not within ${patience / 1000} s: ${what}`, { cause: last });
    await pause(250);
  }
}
