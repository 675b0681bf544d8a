import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { request } from 'node:http';
import { join } from 'node:path';
import { ROOT } from '../../../scripts/console/paths.ts';
import { findFreePorts, serverOptions } from '../../../scripts/stack/index.ts';
import { until } from './faultStack.ts';

export interface SecondServer {
  readonly base: string;
  /** Sends SIGTERM and gives how the process ended; safe to call again. */
  stop(): Promise<{ status: number | null; signal: string | null }>;
}

/** One more server process with a stack's settings on a port of its own. It is not supervised: stop it. */
export async function startSecondServer(settings: Readonly<Record<string, string>>): Promise<SecondServer> {
  const { server: port } = await findFreePorts();
  const child = spawn(process.execPath, await serverOptions(), {
    cwd: ROOT,
    env: { ...process.env, ...settings, PORT: String(port), NODE_TEST_CONTEXT: undefined },
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  const ended = once(child, 'exit') as Promise<[number | null, string | null]>;
  const base = `http://127.0.0.1:${port}`;
  await until('the second server is ready', async () => (await fetch(`${base}/healthz/ready`)).ok, 120_000);
  return {
    base,
    async stop() {
      child.kill('SIGTERM');
      const [status, signal] = await ended;
      return { status, signal };
    },
  };
}

/**
 * Begins a POST whose body is still to come, as over a slow line; resolves when the server has taken it up.
 * `finish` sends the body and gives the status of the answer; it rejects when the connection was cut.
 */
export async function beginSlowPost(url: string, body: object): Promise<{ finish(): Promise<number> }> {
  const bytes = Buffer.from(JSON.stringify(body));
  const slow = request(url, {
    method: 'POST',
    agent: false,
    headers: {
      'Content-Type': 'application/json',
      'Content-Length': bytes.length,
      Expect: '100-continue',
    },
  });
  const answered = new Promise<number>((resolve, reject) => {
    slow.once('response', (response) => resolve(response.resume().statusCode ?? 0));
    slow.once('error', reject);
  });
  answered.catch(() => undefined);
  slow.flushHeaders();
  await once(slow, 'continue');
  return {
    finish() {
      slow.end(bytes);
      return answered;
    },
  };
}

/** Whether nobody listens at this address any more. */
export async function refusesConnections(base: string): Promise<boolean> {
  try {
    await fetch(`${base}/healthz/live`);
    return false;
  } catch {
    return true;
  }
}

/** Process ids of everything that was started for a data directory, and of the guardians of this process (Linux only). */
export function runningUnder(dataDir: string): string[] {
  if (!existsSync('/proc/self/environ')) return [];
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name) && Number(name) !== process.pid)
    .filter((pid) => {
      const command = read(pid, 'cmdline');
      const ofThisProcess = read(pid, 'stat').split(') ')[1]?.split(' ')[1] === String(process.pid);
      if (ofThisProcess && command.includes('guardian.js')) return true;
      return command.includes(dataDir) || read(pid, 'environ').includes(dataDir);
    });
}

function read(pid: string, file: string): string {
  try {
    return readFileSync(join('/proc', pid, file), 'utf8');
  } catch {
    return '';
  }
}
