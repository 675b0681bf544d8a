import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
// The one place where the product starts its own parts (.dependency-cruiser.cjs allows it here only).
import { ROOT } from '../../../scripts/console/paths.ts';
import { type EngineName, startStack } from '../../../scripts/stack/index.ts';
import type { StageParts } from '../rehearsal/index.ts';

export interface WantedParts {
  /** REST address of an engine that runs; its user and password come from ENGINE_USER and ENGINE_PASSWORD. */
  readonly engineUrl?: string | undefined;
  /** The embedded engine; with it, one that the environment names is not used. Default ENGINE, else Camunda. */
  readonly engine?: EngineName | undefined;
}

/**
 * Store and engine for a rehearsal: those that MONGODB_URI and `engineUrl` (or ENGINE_URL) name, and embedded ones, in a
 * folder that is removed afterwards, for what is not named. Throws ConsoleError when one does not come up.
 */
export async function bootParts({ engineUrl, engine }: WantedParts): Promise<{
  parts: StageParts;
  stop(): Promise<void>;
}> {
  const { MONGODB_URI, ENGINE_URL, ENGINE_USER: user = '', ENGINE_PASSWORD: password = '' } = process.env;
  const url = engineUrl ?? (engine === undefined ? ENGINE_URL : undefined);
  const dataDir = mkdtempSync(join(tmpdir(), 'onewindow-parts-'));
  const stack = await startStack({
    dataDir,
    children: ['store', 'engine'],
    ...(engine === undefined ? {} : { engine }),
    engineQuick: true,
    external: { mongodbUri: MONGODB_URI || undefined, engine: url ? { url, user, password } : undefined },
  });
  return {
    parts: {
      mongodbUri: stack.mongodbUri,
      engine: { url: stack.engineUrl, user: stack.engineUser, password: stack.enginePassword },
    },
    async stop() {
      await stack.stop();
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
}

/**
 * Store and engine of an installation, without its server: those that `npm start` would start in DATA_DIR, or the ones that
 * the environment names. Gives the server's configuration by variable name. Throws ConsoleError while `npm start` holds the
 * data, and when a part does not come up.
 */
export async function bootInstallation(): Promise<{
  dataDir: string;
  settings: Readonly<Record<string, string>>;
  stop(): Promise<void>;
}> {
  const dataDir = resolve(ROOT, process.env['DATA_DIR'] || '.data');
  const {
    MONGODB_URI,
    ENGINE_URL: url,
    ENGINE_USER: user = '',
    ENGINE_PASSWORD: password = '',
  } = process.env;
  const stack = await startStack({
    dataDir,
    children: ['store', 'engine'],
    profile: process.env['PROFILE'] === 'prod' ? 'prod' : 'dev',
    // Writing every commit down costs more than half of what the engine does for one.
    engineDurable: false,
    external: { mongodbUri: MONGODB_URI || undefined, engine: url ? { url, user, password } : undefined },
  });
  return { dataDir, settings: stack.settings, stop: () => stack.stop() };
}
