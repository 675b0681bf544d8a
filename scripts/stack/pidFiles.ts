import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { readProcessIdentity } from './processIdentity.js';

interface PidFile {
  readonly name: string;
  readonly pid: number;
  readonly identity: string;
}

/** Order in which children stop: who depends on others goes first. */
export const STOP_ORDER = ['server', 'engine', 'store'] as const;

export function writePidFile(dataDir: string, entry: PidFile): void {
  mkdirSync(join(dataDir, 'run'), { recursive: true });
  writeFileSync(join(dataDir, 'run', `${entry.name}.json`), JSON.stringify(entry));
}

export function removePidFile(dataDir: string, name: string): void {
  rmSync(join(dataDir, 'run', `${name}.json`), { force: true });
}

/**
 * Stops the children that an earlier start on this data directory left behind (it was killed, and so was its guardian).
 * A process is touched only when its start time is the recorded one. Gives the names of those that were stopped.
 */
export async function stopLeftOvers(dataDir: string): Promise<string[]> {
  const folder = join(dataDir, 'run');
  if (!existsSync(folder)) return [];
  const entries = readdirSync(folder)
    .filter((file) => file.endsWith('.json'))
    .flatMap((file) => readPidFile(join(folder, file)))
    .sort((a, b) => orderOf(a.name) - orderOf(b.name));
  const stopped: string[] = [];
  for (const entry of entries) {
    if (await stopIdentified(entry)) stopped.push(entry.name);
    removePidFile(dataDir, entry.name);
  }
  return stopped;
}

async function stopIdentified({ pid, identity }: PidFile): Promise<boolean> {
  const lives = () => readProcessIdentity(pid) === identity;
  if (!lives()) return false;
  process.kill(pid, 'SIGTERM');
  for (let tries = 0; tries < 100 && lives(); tries += 1) await wait(200);
  if (lives()) process.kill(pid, 'SIGKILL');
  while (lives()) await wait(50);
  return true;
}

function readPidFile(file: string): PidFile[] {
  try {
    return [JSON.parse(readFileSync(file, 'utf8')) as PidFile];
  } catch {
    return [];
  }
}

function orderOf(name: string): number {
  return (STOP_ORDER as readonly string[]).indexOf(name);
}
