import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { CACHE } from '../console/paths.ts';
import { step } from '../console/step.ts';
import { type ChildName, type Stack, type StackOptions, startStack } from '../stack/index.ts';
import type { PhaseResult } from './phase.ts';

/**
 * Boots a fresh stack on free ports for one phase and stops it afterwards. Its data (with the logs) is kept when a test
 * failed. A store or an engine named by MONGODB_URI and ENGINE_URL is used instead of the embedded one, except where the
 * phase chooses the engine itself.
 */
export async function withTestStack(
  children: readonly ChildName[],
  run: (stack: Stack) => Promise<PhaseResult>,
  chosen: Pick<StackOptions, 'engine' | 'engineDatabase' | 'env'> = {},
): Promise<PhaseResult> {
  mkdirSync(join(CACHE, 'test'), { recursive: true });
  const dataDir = mkdtempSync(join(CACHE, 'test', 'data-'));
  const stack = await startStack({
    dataDir,
    children,
    external: externalParts(chosen.engine === undefined),
    // A run of minutes ends before the engine has earned what its second compiler costs: half of its processor time.
    engineQuick: true,
    ...chosen,
    onStart: (child, start) => step(child, start),
    onEvent: (child, event) => {
      if (event.type === 'died' || event.type === 'hung')
        console.log(`  ! ${child} ${JSON.stringify(event)}`);
    },
  });
  const stopAndLeave = () => {
    void stack.stop().then(() => process.exit(130));
  };
  process.once('SIGINT', stopAndLeave).once('SIGTERM', stopAndLeave);
  let result: PhaseResult | undefined;
  try {
    result = await run(stack);
    return result;
  } finally {
    process.off('SIGINT', stopAndLeave).off('SIGTERM', stopAndLeave);
    await stack.stop();
    if (result?.failed === 0) rmSync(dataDir, { recursive: true, force: true });
    else console.log(`  logs of this run: ${join(dataDir, 'logs')}`);
  }
}

function externalParts(withEngine: boolean) {
  const {
    MONGODB_URI: mongodbUri,
    ENGINE_URL: url,
    ENGINE_USER: user,
    ENGINE_PASSWORD: password,
  } = process.env;
  return {
    mongodbUri: mongodbUri || undefined,
    engine: withEngine && url && user && password ? { url, user, password } : undefined,
  };
}
