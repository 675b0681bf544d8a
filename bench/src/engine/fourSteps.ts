import { randomUUID } from 'node:crypto';
import type { ApiClient, Json } from '../../../scripts/journey/apiClient.ts';
import { restaurant } from '../../../scripts/journey/foodLicense.ts';
import { demoPassword, signIn } from '../../../scripts/journey/steps.ts';
import type { Stack } from '../../../scripts/stack/index.ts';
import { type BenchLine, benchLine, median, percentile, round } from '../benchLine.ts';
import { type BenchStack, readRawStart, tenant, waitUntilIdle } from '../benchStack.ts';
import { inParallel } from '../inParallel.ts';
import { readProcessorTime, usedBetween } from '../processorTime.ts';
import { benchPackCode } from './benchPack.ts';

const steps = ['prepare', 'check', 'consult', 'conclude'] as const;

/** What one side did with a list of cases. */
interface Drive {
  perSecond: number;
  milliseconds: number[];
  used: Record<string, number>;
}

/**
 * Four-step approvals a second through the product (accept, then four times: find the task in the inbox, complete it with its
 * form; the last one decides and authenticates again) ÷ the same process driven over the engine's REST (start, then
 * four times: find the task, complete it), so many clients at once. Needs the pack of benchPack.ts published.
 */
export async function measureFourSteps(
  running: Stack,
  stack: BenchStack,
  options: { clients: number; cases: number; min: number },
): Promise<BenchLine> {
  const { clients, cases } = options;
  const clerks = await signInAll(stack, 'clerk', clients);
  const approvers = await signInAll(stack, 'approver', clients);
  const warmUp = Math.max(clients, Math.ceil(cases / 4));
  const ids = await receiveCases(clerks, warmUp + cases * 2);
  await waitUntilIdle(stack);

  const drive = async (list: readonly unknown[], one: (entry: unknown, lane: number) => Promise<void>) => {
    const milliseconds: number[] = [];
    const before = readProcessorTime(running);
    const { seconds } = await inParallel(clients, list, async (entry, lane) => {
      const began = performance.now();
      await one(entry, lane);
      milliseconds.push(performance.now() - began);
    });
    const used = usedBetween(before, readProcessorTime(running), list.length);
    return { perSecond: list.length / seconds, milliseconds, used };
  };
  const throughProduct = (list: readonly string[]): Promise<Drive> =>
    drive(list, (id, lane) =>
      approveCase(clerks[lane] as ApiClient, approvers[lane] as ApiClient, String(id)),
    );

  await throughProduct(ids.splice(0, warmUp));
  const started = await stack.db
    .collection<{ _id: string }>('cases')
    .findOne({ tenant, packCode: benchPackCode, 'engine.state': 'ended' });
  if (started === null) throw new Error('no case of the measuring pack has ended');
  const raw = await readRawStart(stack, started._id);
  const overRest = (count: number): Promise<Drive> =>
    drive(Array.from({ length: count }), () => approveRaw(stack, raw));
  await overRest(warmUp * 2);
  await waitUntilIdle(stack);

  const products: Drive[] = [];
  const raws: Drive[] = [];
  for (let turn = 0; turn < 2; turn += 1) {
    raws.push(await overRest(cases));
    products.push(await throughProduct(ids.splice(0, cases)));
    await waitUntilIdle(stack);
  }
  const speed = (drives: readonly Drive[]) => median(drives.map((one) => one.perSecond));
  const times = (drives: readonly Drive[]) => {
    const all = drives.flatMap((one) => one.milliseconds);
    return { p50: round(median(all)), p95: round(percentile(all, 0.95)) };
  };
  return benchLine({
    name: `fourSteps${clients}`,
    numerator: products.reduce((sum, one) => sum + one.perSecond, 0) / products.length,
    denominator: raws.reduce((sum, one) => sum + one.perSecond, 0) / raws.length,
    unit: 'four-step approvals a second',
    samples: { numerator: cases * 2, denominator: cases * 2 },
    target: { min: options.min },
    details: {
      clients,
      ratioOfEachTurn: products.map((one, at) => round(one.perSecond / (raws[at]?.perSecond ?? Number.NaN))),
      medianRatio: round(speed(products) / speed(raws)),
      millisecondsAnApproval: { product: times(products), raw: times(raws) },
      processorMillisecondsAnApproval: {
        product: products.map((one) => one.used),
        raw: raws.map((one) => one.used),
      },
    },
  });
}

async function signInAll(stack: BenchStack, name: string, count: number): Promise<ApiClient[]> {
  return Promise.all(Array.from({ length: count }, () => signIn(stack.serverUrl, name)));
}

async function receiveCases(clerks: readonly ApiClient[], count: number): Promise<string[]> {
  const { results } = await inParallel(
    Math.min(8, clerks.length),
    Array.from({ length: count }),
    async (_, lane) => {
      const clerk = clerks[lane] as ApiClient;
      const draft = await clerk.post('/cases', {
        packCode: benchPackCode,
        operation: 'new',
        applicant: restaurant,
        formData: {},
      });
      await clerk.post(`/cases/${String(draft['id'])}/receive`);
      return String(draft['id']);
    },
  );
  return results;
}

async function approveCase(clerk: ApiClient, approver: ApiClient, id: string): Promise<void> {
  const accepted = await clerk.post(`/cases/${id}/accept`);
  for (const step of steps) {
    const task = await nextTask(approver, String(accepted['caseNo']), step);
    await approver.post(`/tasks/${String(task['id'])}/complete`, {
      outcome: step === 'conclude' ? 'grant' : 'done',
      formData: {},
      ...(step === 'conclude' ? { password: demoPassword } : {}),
    });
  }
}

/**
 * The answer to the step before normally shows the next one. A request waits three seconds for the engine at most; after
 * that one looks again, as a person would, and each look counts. Throws Error after half a minute.
 */
async function nextTask(approver: ApiClient, caseNo: string, step: string): Promise<Json> {
  for (const end = Date.now() + 30_000; Date.now() < end; ) {
    const page = await approver.get(`/tasks?view=department&caseNo=${caseNo}`);
    const task = (page['items'] as Json[]).find((entry) => entry['stepKey'] === step);
    if (task !== undefined) return task;
  }
  throw new Error(`case ${caseNo} is not at step ${step} after half a minute`);
}

async function approveRaw(
  { engine }: BenchStack,
  raw: { definitionId: string; variables: Record<string, string | number | boolean> },
): Promise<void> {
  const caseNo = `bench-${randomUUID().slice(0, 14)}`;
  const instance = await engine.startProcess(raw.definitionId, {
    businessKey: caseNo,
    variables: { ...raw.variables, caseNo },
  });
  for (const step of steps) {
    const [task] = await engine.listTasks({ processInstanceId: instance.id });
    if (task?.taskDefinitionKey !== step) throw new Error(`instance ${instance.id} is not at step ${step}`);
    await engine.complete(task.id, { outcome: step === 'conclude' ? 'grant' : 'done' });
  }
}
