import type { ApiClient } from '../../../scripts/journey/apiClient.ts';
import { restaurant } from '../../../scripts/journey/foodLicense.ts';
import { type BenchLine, benchLine, median, percentile, round } from '../benchLine.ts';
import { type BenchStack, tenant, waitUntilIdle } from '../benchStack.ts';
import { inParallel } from '../inParallel.ts';
import { benchPackCode } from './benchPack.ts';

const lanes = 8;
const notSeenAfter = 300_000;

/**
 * How long the store does not know what another client of the engine has done: tasks of our cases are completed over the
 * engine's REST, so many a second as it will take up to `perSecond`, and the moment is noted at which the case's next task
 * stands in the inbox collection. p95 in seconds against one second.
 */
export async function measureHistoryLag(
  stack: BenchStack,
  clerks: readonly ApiClient[],
  options: { completions: number; perSecond: number },
): Promise<BenchLine> {
  const tasks = await openTasks(stack, clerks, options.completions);
  const completedAt = new Map<string, number>();
  const watch = watchInbox(stack, completedAt, tasks.length);
  const began = performance.now();
  let at = 0;
  const { seconds } = await inParallel(lanes, tasks, async ({ taskId, caseId }) => {
    const due = began + (at++ * 1000) / options.perSecond;
    if (due > performance.now()) await new Promise((resolve) => setTimeout(resolve, due - performance.now()));
    await stack.engine.complete(taskId, { outcome: 'done' });
    completedAt.set(caseId, performance.now());
  });
  const lags = await watch;
  return benchLine({
    name: 'historyLag',
    numerator: percentile(lags, 0.95) / 1000,
    denominator: 1,
    unit: 'seconds (p95), of those allowed',
    samples: { numerator: lags.length, denominator: 1 },
    target: { max: 1 },
    details: {
      completionsASecond: { wanted: options.perSecond, driven: round(tasks.length / seconds) },
      milliseconds: {
        p50: round(median(lags)),
        p95: round(percentile(lags, 0.95)),
        max: round(Math.max(...lags)),
      },
    },
  });
}

/** Cases that stand at the first step of the measuring pack. */
async function openTasks(stack: BenchStack, clerks: readonly ApiClient[], count: number) {
  await inParallel(clerks.length, Array.from({ length: count }), async (_, lane) => {
    const clerk = clerks[lane] as ApiClient;
    const draft = await clerk.post('/cases', {
      packCode: benchPackCode,
      operation: 'new',
      applicant: restaurant,
      formData: {},
    });
    await clerk.post(`/cases/${String(draft['id'])}/receive`);
    await clerk.post(`/cases/${String(draft['id'])}/accept`);
  });
  await waitUntilIdle(stack);
  const open = await stack.db
    .collection<{ _id: string; caseId: string }>('tasks')
    .find({ tenant, packCode: benchPackCode, stepKey: 'prepare', active: true })
    .limit(count)
    .toArray();
  return open.map(({ _id, caseId }) => ({ taskId: _id, caseId }));
}

/** Milliseconds from each completion to the next task in the inbox, seen by the store's own change stream. */
async function watchInbox(
  { db }: BenchStack,
  completedAt: ReadonlyMap<string, number>,
  count: number,
): Promise<number[]> {
  const stream = db
    .collection('tasks')
    .watch([{ $match: { operationType: 'insert' } }], { maxAwaitTimeMS: 200 });
  const lags: number[] = [];
  const end = performance.now() + notSeenAfter;
  while (lags.length < count && performance.now() < end) {
    const change = await stream.tryNext();
    if (change === null || change.operationType !== 'insert') continue;
    const seen = performance.now();
    const since = completedAt.get(String((change.fullDocument as { caseId?: string }).caseId));
    // The answer to a completion may come after the sync has seen it.
    lags.push(since === undefined ? 0 : seen - since);
  }
  await stream.close();
  if (lags.length < count)
    throw new Error(`${count - lags.length} completions were not seen in ${notSeenAfter / 1000} s`);
  return lags;
}
