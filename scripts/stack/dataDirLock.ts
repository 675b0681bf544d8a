import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ConsoleError } from '../console/consoleError.ts';
import { readProcessIdentity } from './processIdentity.js';

interface Holder {
  readonly pid: number;
  readonly identity: string;
}

/**
 * Takes a data directory for this process; the result gives it back.
 * Throws ConsoleError when another start holds it; the lock of one that has died is taken over.
 */
export function lockDataDir(dataDir: string): () => void {
  mkdirSync(dataDir, { recursive: true, mode: 0o700 });
  const file = join(dataDir, 'start.lock');
  const own: Holder = { pid: process.pid, identity: readProcessIdentity(process.pid) ?? '' };
  for (;;) {
    try {
      writeFileSync(file, JSON.stringify(own), { flag: 'wx' });
      break;
    } catch (failure) {
      if ((failure as NodeJS.ErrnoException).code !== 'EEXIST') throw failure;
      const holder = readHolder(file);
      if (holder !== undefined && readProcessIdentity(holder.pid) === holder.identity) {
        throw new ConsoleError(
          'alreadyStarted',
          `OneWindow is already running on ${dataDir} (process ${holder.pid}).\n` +
            'Stop it with Ctrl-C in its window, or start a second one beside it with its own data and ports:\n' +
            '  DATA_DIR=.data2 PORT=8390 ENGINE_PORT=8391 STORE_PORT=8392 npm start',
        );
      }
      rmSync(file, { force: true });
    }
  }
  return () => {
    if (readHolder(file)?.identity === own.identity) rmSync(file, { force: true });
  };
}

function readHolder(file: string): Holder | undefined {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as Holder;
  } catch {
    return undefined;
  }
}
