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

/** What starts the store: its own command line, with two things that this cannot say (`store/serve.py`). */
const program = join(ROOT, 'scripts', 'stack', 'store', 'serve.py');

/** How the embedded document store (SecantusDB) is run: loopback only, with authentication. */
export function describeStore({ python, dataDir, port, uri }: StorePlace): ChildSpec {
  const storage = join(dataDir, 'store');
  mkdirSync(storage, { recursive: true, mode: 0o700 });
  writeFileSync(join(storage, 'WiredTiger.config'), durability());
  const options = [
    ...[program, '--host', '127.0.0.1', '--port', String(port), '--storage-path', storage],
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
