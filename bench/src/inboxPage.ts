import { randomUUID } from 'node:crypto';
import type { Document } from 'mongodb';
import type { ApiClient } from '../../scripts/journey/apiClient.ts';
import { acceptCase, draftFoodLicense, signIn } from '../../scripts/journey/steps.ts';
import { type BenchLine, benchLine, median, percentile, round } from './benchLine.ts';
import { type BenchStack, readRawStart, tenant, waitUntilIdle } from './benchStack.ts';
import { inParallel, timeEach } from './inParallel.ts';

const department = 'scjg';
const pageSize = 50;

/**
 * A page of 50 of a department's inbox with so many open tasks (GET /tasks, session and rights included) ÷ the engine's
 * own POST /task for the same page of the same number of tasks: by candidate group, sorted, maxResults 50.
 * First pages and pages deep in the list alternate on both sides.
 */
export async function measureInboxPage(
  stack: BenchStack,
  options: { tasks: number; calls: number },
): Promise<BenchLine> {
  await fillInbox(stack, options.tasks);
  const approver = await signIn(stack.serverUrl, 'approver');
  const tasks = await stack.db
    .collection('tasks')
    .countDocuments({ tenant, departmentId: department, active: true });
  const group = { candidateGroup: `${tenant}:${department}:approver` };
  const engineTasks = await stack.engine.countTasks(group);
  const deep = await walkTo(approver, Math.floor(options.tasks / 2 / pageSize));
  const first = `/tasks?view=department&limit=${pageSize}`;
  const product = (path: string) => () => readFullPage(approver, path);
  const raw = (firstResult: number, sortBy: 'dueDate' | 'created') => async () => {
    const page = await stack.engine.listTasks(
      { ...group, includeAssignedTasks: true, sorting: [{ sortBy, sortOrder: 'asc' }] },
      { firstResult, maxResults: pageSize },
    );
    if (page.length !== pageSize) throw new Error(`the engine gave a page of ${page.length}`);
  };
  const half = Math.floor(options.tasks / 2);
  const times: Record<string, number[]> = {};
  const measure = async (name: string, count: number, call: () => Promise<unknown>) => {
    times[name] = [...(times[name] ?? []), ...(await timeEach(count, call))];
  };
  const turns = 5;
  for (let turn = -1; turn < turns; turn += 1) {
    const count = Math.ceil(options.calls / turns);
    await measure('productFirst', count, product(first));
    await measure('rawDueFirst', count, raw(0, 'dueDate'));
    await measure('productDeep', count, product(`${first}&cursor=${deep}`));
    await measure('rawDueDeep', count, raw(half, 'dueDate'));
    await measure('rawCreatedFirst', count, raw(0, 'created'));
    await measure('counts', count, () => approver.get('/tasks/counts'));
    if (turn === -1) for (const name of Object.keys(times)) delete times[name];
  }
  const of = (...names: string[]) => names.flatMap((name) => times[name] ?? []);
  const figures = Object.fromEntries(
    Object.entries(times).map(([name, list]) => [
      name,
      { p50: round(median(list)), p95: round(percentile(list, 0.95)) },
    ]),
  );
  const productTimes = of('productFirst', 'productDeep');
  const rawTimes = of('rawDueFirst', 'rawDueDeep');
  return benchLine({
    name: 'inboxPage',
    numerator: median(productTimes),
    denominator: median(rawTimes),
    unit: 'milliseconds a page of 50 (p50)',
    samples: { numerator: productTimes.length, denominator: rawTimes.length },
    target: { max: 1 },
    details: {
      tasksInStore: tasks,
      tasksInEngine: engineTasks,
      ratioAtP95: round(percentile(productTimes, 0.95) / percentile(rawTimes, 0.95)),
      ratioFirstPage: round(median(of('productFirst')) / median(of('rawDueFirst'))),
      ratioDeepPage: round(median(of('productDeep')) / median(of('rawDueDeep'))),
      milliseconds: figures,
    },
  });
}

/** The same number of open tasks on both sides: bare starts in the engine, copies of a real task in the store. */
async function fillInbox(stack: BenchStack, count: number): Promise<void> {
  const clerk = await signIn(stack.serverUrl, 'clerk');
  const id = String((await draftFoodLicense(clerk))['id']);
  await acceptCase(clerk, id);
  await waitUntilIdle(stack);
  const raw = await readRawStart(stack, id);
  const collection = stack.db.collection<Document & { _id: string }>('tasks');
  const model = await collection.findOne({ tenant, caseId: id, active: true });
  if (model === null) throw new Error('the accepted case has no task');

  const missing =
    count - (await collection.countDocuments({ tenant, departmentId: department, active: true }));
  for (let done = 0; done < missing; done += 1000) {
    const copies = Array.from({ length: Math.min(1000, missing - done) }, (_, at) =>
      copyTask(model, done + at),
    );
    await collection.insertMany(copies);
  }
  const group = { candidateGroup: `${tenant}:${department}:approver` };
  const wanted = count - (await stack.engine.countTasks(group));
  await inParallel(8, Array.from({ length: Math.max(0, wanted) }), async () => {
    const caseNo = `bench-${randomUUID().slice(0, 14)}`;
    await stack.engine.startProcess(raw.definitionId, {
      businessKey: caseNo,
      variables: { ...raw.variables, caseNo },
    });
  });
}

/** Due at 18:00 (Shanghai) of one of 15 working days, as real limits are: hundreds of tasks share one instant. */
function copyTask(model: Document, at: number): Document & { _id: string } {
  const day = (at * 7) % 21;
  const weekday = day % 7 >= 5 ? day - 2 : day;
  const noon = new Date(model['createdAt'] as Date);
  noon.setUTCHours(10, 0, 0, 0);
  const dueAt = new Date(noon.getTime() + (weekday - 5) * 86_400_000);
  const id = randomUUID();
  return {
    ...model,
    _id: id,
    caseId: randomUUID(),
    caseNo: String(model['caseNo']).slice(0, 14) + String(at).padStart(7, '0'),
    processInstanceId: randomUUID(),
    dueAt,
    yellowAt: new Date(dueAt.getTime() - 2 * 86_400_000),
    sortKey: `${dueAt.toISOString()}|${id}`,
    touchedAt: new Date(),
  };
}

async function readFullPage(client: ApiClient, path: string): Promise<string> {
  const page = await client.get(path);
  const items = page['items'] as unknown[];
  if (items.length !== pageSize) throw new Error(`a page of ${items.length}`);
  return String(page['nextCursor']);
}

async function walkTo(client: ApiClient, pages: number): Promise<string> {
  let cursor = '';
  for (let at = 0; at < pages; at += 1) {
    cursor = await readFullPage(
      client,
      `/tasks?view=department&limit=${pageSize}${cursor === '' ? '' : `&cursor=${cursor}`}`,
    );
  }
  return cursor;
}
