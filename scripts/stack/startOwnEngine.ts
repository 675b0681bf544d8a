import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { clusterOfRun, createDatabase } from '../postgres/createDatabase.ts';
import { type EngineName, readEngineName } from '../prepare/engineName.ts';
import { type Stack, startStack } from './startStack.ts';

/** An engine that one test has for itself, to kill it or to exchange it. */
export interface OwnEngine {
  readonly name: EngineName;
  readonly stack: Stack;
  /** What an engine client takes. */
  readonly connection: { url: string; user: string; password: string };
  /** Stops it and starts the named engine on the same data. */
  exchange(name: EngineName): Promise<OwnEngine>;
  /** Stops it and removes its data. */
  end(): Promise<void>;
}

/**
 * Boots an engine of the kind that the test run is about (ENGINE; on a database of its own in the run's PostgreSQL, else
 * on H2). Throws ConsoleError as startStack does.
 */
export async function startOwnEngine(): Promise<OwnEngine> {
  const dataDir = mkdtempSync(join(tmpdir(), 'onewindow-own-engine-'));
  const cluster = clusterOfRun();
  const engineDatabase = cluster === undefined ? undefined : await createDatabase(cluster);
  const start = async (name: EngineName): Promise<OwnEngine> => {
    const stack = await startStack({
      dataDir,
      children: ['engine'],
      engine: name,
      engineDatabase,
      engineQuick: true,
    });
    return {
      name,
      stack,
      connection: { url: stack.engineUrl, user: stack.engineUser, password: stack.enginePassword },
      async exchange(other) {
        await stack.stop();
        return start(other);
      },
      async end() {
        await stack.stop();
        rmSync(dataDir, { recursive: true, force: true });
      },
    };
  };
  return start(readEngineName(process.env['ENGINE']));
}
