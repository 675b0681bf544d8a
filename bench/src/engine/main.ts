import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { signIn } from '../../../scripts/journey/steps.ts';
import { startStack } from '../../../scripts/stack/index.ts';
import { openBenchStack } from '../benchStack.ts';
import { benchPackCode, benchPackFiles, publish } from './benchPack.ts';
import { measureFourSteps } from './fourSteps.ts';
import { measureHistoryLag } from './historyLag.ts';
import { measureMigration } from './migrateMany.ts';
import { measureLint, measurePublish } from './publishAndLint.ts';
import { measureStartUp } from './startUp.ts';

// `npm run bench:engine [-- --only fourSteps,publish,lint,historyLag,migration,startUp] [-- --quick]`: one JSON line a measurement.
// With MONGODB_URI and ENGINE_URL (ENGINE_USER, ENGINE_PASSWORD) set, store and engine are those, on cores of their own.
// Exit 0 whatever the figures; 1 when one could not be measured.
const { values: given } = parseArgs({
  options: { only: { type: 'string' }, quick: { type: 'boolean', default: false } },
});
const wanted = (name: string) => given.only === undefined || given.only.split(',').includes(name);
const size = (full: number, quick: number) => (given.quick ? quick : full);
const { MONGODB_URI: mongodbUri, ENGINE_URL: engineUrl } = process.env;
const apart = mongodbUri !== undefined && engineUrl !== undefined;

const dataDir = mkdtempSync(join(tmpdir(), 'onewindow-bench-'));
const running = await startStack({
  dataDir,
  env: { RATE_LIMIT_PER_MINUTE: '100000000', LOG_LEVEL: 'warn' },
  ...(apart ? { external: externalParts(mongodbUri, engineUrl) } : {}),
});
try {
  const stack = await openBenchStack(running);
  const designer = await signIn(stack.serverUrl, 'designer');
  await publish(designer, benchPackCode, benchPackFiles());
  const print = (line: unknown) => process.stdout.write(`${JSON.stringify(line)}\n`);

  for (const clients of wanted('fourSteps') ? [1, 8, 32] : []) {
    const cases = clients === 1 ? size(40, 6) : Math.max(clients, size(80, 16));
    print(await measureFourSteps(running, stack, { clients, cases, min: apart ? 0.8 : 0.5 }));
  }
  if (wanted('lint')) print(await measureLint(designer, { calls: size(30, 5) }));
  if (wanted('publish')) print(await measurePublish(designer, { packs: size(20, 4), seconds: 30 }));
  if (wanted('historyLag')) {
    const clerks = await Promise.all(Array.from({ length: 8 }, () => signIn(stack.serverUrl, 'clerk')));
    print(await measureHistoryLag(stack, clerks, { completions: size(600, 60), perSecond: 200 }));
  }
  if (wanted('migration'))
    print(await measureMigration(stack, designer, { cases: size(200, 20), seconds: 30 }));
  // The last: its packs would slow the others down.
  if (wanted('startUp'))
    print(await measureStartUp(running, stack, designer, { packs: size(2000, 50), seconds: 20 }));
  await stack.close();
} finally {
  await running.stop();
  rmSync(dataDir, { recursive: true, force: true });
}

function externalParts(uri: string, url: string) {
  const user = process.env['ENGINE_USER'] ?? '';
  const password = process.env['ENGINE_PASSWORD'] ?? '';
  return { mongodbUri: uri, engine: { url, user, password } };
}
