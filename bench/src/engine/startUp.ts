import { readFileSync } from 'node:fs';
import { contentHash } from '@onewindow/processes';
import type { ApiClient } from '../../../scripts/journey/apiClient.ts';
import type { Stack } from '../../../scripts/stack/index.ts';
import { type BenchLine, benchLine, round } from '../benchLine.ts';
import { type BenchStack, tenant } from '../benchStack.ts';
import { inParallel } from '../inParallel.ts';
import { benchPackFiles, publish } from './benchPack.ts';

/** Seconds that engine and server take longer to start with so many published packs than before they were there, and their memory. */
export async function measureStartUp(
  running: Stack,
  stack: BenchStack,
  designer: ApiClient,
  options: { packs: number; seconds: number },
): Promise<BenchLine> {
  // The engine's first stop writes its class archive; that belongs to no start.
  await restart(running);
  const before = await restart(running);
  await publishMany(stack, designer, options.packs);
  const after = await restart(running);
  return benchLine({
    name: 'startUp',
    numerator: after.seconds - before.seconds,
    denominator: options.seconds,
    unit: `seconds more with ${options.packs} packs, of those allowed`,
    samples: { numerator: 1, denominator: 1 },
    target: { max: 1 },
    details: { without: before, with: after },
  });
}

async function restart(running: Stack) {
  const began = performance.now();
  await running.restart('engine');
  const engine = performance.now();
  await running.restart('server');
  const done = performance.now();
  return {
    seconds: round((done - began) / 1000),
    engineSeconds: round((engine - began) / 1000),
    serverSeconds: round((done - engine) / 1000),
    serverMegabytes: residentMegabytes(running.pid('server')),
    engineMegabytes: residentMegabytes(running.pid('engine')),
  };
}

/**
 * The first through the API; the others as it leaves them in engine and store (deployment, content, version, item), without
 * the lint, which would take most of an hour and is measured by itself.
 */
async function publishMany(stack: BenchStack, designer: ApiClient, count: number): Promise<void> {
  await publish(designer, 'bench-many-0', benchPackFiles('bench-many-0'));
  const { db, engine } = stack;
  const version = await sample(stack, 'packVersions');
  const item = await sample(stack, 'items');
  await inParallel(4, Array.from({ length: count - 1 }), async (_, at) => {
    void at;
    const code = `bench-many-${nextNumber()}`;
    const files = benchPackFiles(code);
    const deployment = await engine.deploy({
      name: `${code}@1`,
      tenant,
      files: files
        .filter(({ path }) => path.endsWith('.bpmn'))
        .map(({ path, text }) => ({ path, content: text })),
    });
    const hash = contentHash(Object.fromEntries(files.map(({ path, text }) => [path, text])));
    const own = { schemaVersion: 1, tenant };
    await db.collection('packContents').insertOne({ _id: code as never, ...own, hash, files });
    await db.collection('packVersions').insertOne({
      ...version,
      _id: code as never,
      packCode: code,
      hash,
      deploymentId: deployment.id,
      definitionId: deployment.processDefinitionIds[code],
    });
    await db.collection('items').insertOne({ ...item, _id: code as never, packCode: code });
  });
}

let numbers = 0;
function nextNumber(): number {
  numbers += 1;
  return numbers;
}

async function sample({ db }: BenchStack, collection: string) {
  const found = await db.collection(collection).findOne({ tenant, packCode: 'bench-many-0' });
  if (found === null) throw new Error(`${collection} has nothing of the published pack`);
  return found;
}

/** VmRSS of proc(5)'s status, in MiB; undefined where there is none. */
function residentMegabytes(pid: number | undefined): number | undefined {
  try {
    const kilobytes = /VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1];
    return kilobytes === undefined ? undefined : Math.round(Number(kilobytes) / 1024);
  } catch {
    return undefined;
  }
}
