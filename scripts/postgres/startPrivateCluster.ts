import { type ChildProcess, spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { chownSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { ConsoleError } from '../console/consoleError.ts';
import { runCommand } from '../console/runCommand.ts';
import { findPostgres } from '../prerequisites/findPostgres.ts';
import { startGuardian } from '../stack/guardianLink.ts';
import { findFreePorts } from '../stack/ports.ts';
import { readProcessIdentity } from '../stack/processIdentity.js';
import type { ClusterVariables } from './createDatabase.ts';
import { type RunAs, unprivilegedUser } from './unprivilegedUser.ts';

export interface PrivateCluster {
  readonly variables: ClusterVariables;
  /** Ends the server and removes everything that it kept. */
  stop(): Promise<void>;
}

const STARTS_WITHIN = 60_000;

/**
 * A PostgreSQL server of our own: a new cluster in a temporary folder, on a free loopback port, with a random password,
 * run by a user without privileges; it ends with this process, however that ends. It flushes to the disk as in production.
 * Throws ConsoleError when PostgreSQL is missing or does not start.
 */
export async function startPrivateCluster(): Promise<PrivateCluster> {
  const bin = await findPostgres();
  const as = await unprivilegedUser();
  const folder = mkdtempSync(join(tmpdir(), 'onewindow-postgres-'));
  if (as.uid !== undefined && as.gid !== undefined) chownSync(folder, as.uid, as.gid);
  const guardian = startGuardian();
  const cleanUp = () => {
    guardian.dismiss();
    rmSync(folder, { recursive: true, force: true });
  };
  let server: ChildProcess | undefined;
  try {
    const variables = {
      POSTGRES_BIN: bin,
      PGHOST: '127.0.0.1',
      PGPORT: String((await findFreePorts()).store),
      PGUSER: 'engine',
      PGPASSWORD: randomBytes(18).toString('base64url'),
    };
    await initialise(bin, folder, variables, as);
    const options = ['-D', join(folder, 'data'), '-p', variables.PGPORT, '-k', folder];
    const settings = ['listen_addresses=127.0.0.1', 'log_min_messages=warning', 'timezone=Asia/Shanghai'];
    server = runAs(as, folder, join(bin, 'postgres'), [
      ...options,
      ...settings.flatMap((one) => ['-c', one]),
    ]);
    const identity = server.pid === undefined ? undefined : readProcessIdentity(server.pid);
    if (server.pid !== undefined)
      guardian.watch({ name: 'postgres', pid: server.pid, identity: identity ?? '' });
    const tail = keepTail(server);
    await waitUntilReady(server, variables, tail);
    return { variables, stop: () => stop(server, cleanUp) };
  } catch (failure) {
    await stop(server, cleanUp);
    throw failure;
  }
}

async function initialise(
  bin: string,
  folder: string,
  variables: ClusterVariables,
  as: RunAs,
): Promise<void> {
  const passwordFile = join(folder, 'password');
  writeFileSync(passwordFile, variables.PGPASSWORD, { mode: 0o600 });
  if (as.uid !== undefined && as.gid !== undefined) chownSync(passwordFile, as.uid, as.gid);
  const child = runAs(as, folder, join(bin, 'initdb'), [
    ...['-D', join(folder, 'data'), '-U', variables.PGUSER, '--pwfile', passwordFile],
    ...['--auth=scram-sha-256', '--encoding=UTF8', '--no-locale'],
  ]);
  const tail = keepTail(child);
  const [status] = (await once(child, 'close')) as [number | null];
  rmSync(passwordFile, { force: true });
  if (status !== 0) throw notStarted(`initdb ended with ${status}`, tail());
}

async function waitUntilReady(
  server: ChildProcess,
  variables: ClusterVariables,
  tail: () => string,
): Promise<void> {
  const until = performance.now() + STARTS_WITHIN;
  const query = ['-d', 'postgres', '-c', 'select 1'];
  while (performance.now() < until && server.exitCode === null && server.signalCode === null) {
    const { status } = await runCommand(join(variables.POSTGRES_BIN, 'psql'), query, { env: variables });
    if (status === 0) return;
    await wait(100);
  }
  throw notStarted('the server does not answer', tail());
}

/** SIGINT is PostgreSQL's fast shutdown: sessions are ended, data is written. */
async function stop(server: ChildProcess | undefined, cleanUp: () => void): Promise<void> {
  if (server !== undefined && server.exitCode === null && server.signalCode === null) {
    const ended = once(server, 'close');
    server.kill('SIGINT');
    await Promise.race([ended, wait(15_000, undefined, { ref: false })]);
    if (server.exitCode === null && server.signalCode === null) server.kill('SIGKILL');
  }
  cleanUp();
}

function runAs(as: RunAs, cwd: string, command: string, options: readonly string[]): ChildProcess {
  const env = { PATH: process.env['PATH'] ?? '', LC_ALL: 'C' };
  return spawn(command, [...options], { ...as, cwd, env, detached: true, stdio: ['ignore', 'pipe', 'pipe'] });
}

function keepTail(child: ChildProcess): () => string {
  let text = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream?.on('data', (chunk: Buffer) => {
      text = (text + chunk.toString()).slice(-4_000);
    });
  }
  child.on('error', (failure) => {
    text += failure.message;
  });
  return () => text.trimEnd();
}

function notStarted(what: string, output: string): ConsoleError {
  return new ConsoleError(
    'postgresNotStarted',
    `PostgreSQL 未能启动 / PostgreSQL did not start: ${what}\n${output}`,
  );
}
