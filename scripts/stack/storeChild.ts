import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { MongoClient } from 'mongodb';
import { ConsoleError } from '../console/consoleError.ts';
import { ROOT } from '../console/paths.ts';
import type { ChildSpec } from './childSpec.ts';
import { inheritedEnvironment } from './inheritedEnvironment.ts';

export interface StorePlace {
  /** Python of the store's virtual environment. */
  readonly python: string;
  readonly dataDir: string;
  readonly port: number;
  /** MongoDB connection string with credentials; absent for the one start that creates the user. */
  readonly uri: string | undefined;
}

/**
 * Seconds after which the transaction of a server that was killed in its middle is rolled back; until then it blocks the
 * documents that it had touched. The store's own 60 s can be changed by its programming interface only, and it looks for such
 * transactions only when another transaction speaks: a plain write to a document of theirs would wait for ever.
 */
const transactionLifetime = 10;
const program = `
import threading, time
from secantus.server import SecantusDBServer
from secantus.transactions import TransactionRegistry
SecantusDBServer.__init__.__kwdefaults__['transaction_lifetime_seconds'] = ${transactionLifetime}.0
begin = TransactionRegistry.__init__
def begin_and_look_after(self, *args, **named):
    begin(self, *args, **named)
    def look_after():
        while True:
            time.sleep(1)
            self.prune_expired()
    threading.Thread(target=look_after, daemon=True).start()
TransactionRegistry.__init__ = begin_and_look_after
from secantus.cli import main
raise SystemExit(main())
`;

/** How the embedded document store (SecantusDB) is run: loopback only, with authentication. */
export function describeStore({ python, dataDir, port, uri }: StorePlace): ChildSpec {
  const storage = join(dataDir, 'store');
  mkdirSync(storage, { recursive: true, mode: 0o700 });
  writeFileSync(join(storage, 'WiredTiger.config'), durability());
  const options = [
    ...['-c', program, '--host', '127.0.0.1', '--port', String(port), '--storage-path', storage],
    ...['--cache-size', process.env['STORE_CACHE'] ?? '512M', '--log-level', 'WARNING'],
    // A heartbeat keeps the resume tokens of quiet change streams inside the retention of the change log.
    ...['--noop-heartbeat-seconds', '300'],
    ...(uri === undefined ? [] : ['--auth']),
  ];
  return {
    name: 'store',
    command: python,
    options,
    env: { ...inheritedEnvironment(), PYTHONUNBUFFERED: '1', PYTHONDONTWRITEBYTECODE: '1' },
    cwd: ROOT,
    isHealthy: () => answersPing(uri ?? unauthenticatedUri(port)),
    startLimit: 60_000,
    stopLimit: 30_000,
  };
}

/**
 * WiredTiger reads this file from its folder after the store's own settings. Without it a commit is acknowledged while
 * its log record is still in the process's memory: SIGKILL then lost 106 of 3,262 acknowledged writes, with it 0 of 2,712.
 * STORE_SYNC_ON_COMMIT=true flushes to the disk as well, which power loss needs.
 */
function durability(): string {
  const method = process.env['STORE_SYNC_ON_COMMIT'] === 'true' ? 'fsync' : 'none';
  return `transaction_sync=(enabled=true,method=${method})\n`;
}

/** Connection string of the embedded store. */
export function storeUri(port: number, user: string, password: string): string {
  return `mongodb://${user}:${password}@127.0.0.1:${port}/?authSource=admin&directConnection=true`;
}

/** Creates the user of the embedded store while it runs without authentication, once per data directory. */
export async function createStoreUser(port: number, user: string, password: string): Promise<void> {
  const client = new MongoClient(unauthenticatedUri(port), { serverSelectionTimeoutMS: 10_000 });
  try {
    const admin = client.db('admin');
    const given = { pwd: password, roles: [{ role: 'root', db: 'admin' }] };
    try {
      await admin.command({ createUser: user, ...given });
    } catch {
      // An earlier start was interrupted between creating the user and recording it.
      await admin.command({ updateUser: user, ...given });
    }
  } catch (failure) {
    throw new ConsoleError('storeUser', `The embedded store did not take its user: ${String(failure)}`);
  } finally {
    await client.close();
  }
}

/** Whether a MongoDB answers a ping with these credentials. Never throws. */
export async function answersPing(uri: string): Promise<boolean> {
  const client = new MongoClient(uri, {
    serverSelectionTimeoutMS: 3_000,
    socketTimeoutMS: 10_000,
    maxPoolSize: 1,
  });
  try {
    await client.db('admin').command({ ping: 1 });
    return true;
  } catch {
    return false;
  } finally {
    await client.close().catch(() => undefined);
  }
}

function unauthenticatedUri(port: number): string {
  return `mongodb://127.0.0.1:${port}/?directConnection=true`;
}
