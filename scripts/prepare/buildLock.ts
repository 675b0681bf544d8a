import { closeSync, mkdirSync, openSync, readFileSync, rmSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { CACHE } from '../console/paths.ts';
import { readProcessIdentity } from '../stack/processIdentity.js';

/** Runs a build step while no other start or test run builds in this clone; waits for one that does. */
export async function withBuildLock<T>(work: () => Promise<T>): Promise<T> {
  mkdirSync(CACHE, { recursive: true });
  const file = join(CACHE, 'build.lock');
  while (!take(file)) await wait(500);
  try {
    return await work();
  } finally {
    rmSync(file, { force: true });
  }
}

function take(file: string): boolean {
  try {
    const handle = openSync(file, 'wx');
    writeSync(handle, JSON.stringify({ pid: process.pid, identity: readProcessIdentity(process.pid) }));
    closeSync(handle);
    return true;
  } catch {
    try {
      const holder = JSON.parse(readFileSync(file, 'utf8')) as { pid: number; identity: string };
      if (readProcessIdentity(holder.pid) !== holder.identity) rmSync(file, { force: true });
    } catch {
      // Being written or just removed: look again.
    }
    return false;
  }
}
