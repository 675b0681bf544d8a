import { setTimeout as wait } from 'node:timers/promises';
import { ApiClient } from '../../../../scripts/journey/apiClient.ts';
import { demoPassword } from '../../../../scripts/journey/steps.ts';
import type { Stack } from '../../../../scripts/stack/index.ts';
import { type BenchLine, benchLine } from '../../benchLine.ts';
import { type BenchStack, tenant } from '../../benchStack.ts';
import { inParallel } from '../../inParallel.ts';
import { readProcessorTime, usedBetween } from '../../processorTime.ts';
import { ActionTimes } from './actionTimes.ts';
import type { Person } from './person.ts';
import { workOneTask } from './simulatedApprover.ts';
import { takeApplicationIn } from './simulatedClerk.ts';

/**
 * So many clerks and approvers at work for so long, each with an account and a session of their own: the slowest 95th
 * percentile of their actions ÷ 800 ms. All of them work on one item and its one department, which is harder than many.
 * Over ten minutes 200 clerks take some 260 cases in: three times what a million cases a year come to.
 */
export async function measurePeople(
  running: Stack,
  stack: BenchStack,
  options: { clerks: number; approvers: number; seconds: number; warmUp: number },
): Promise<BenchLine> {
  const times = new ActionTimes();
  const clerks = await signInMany(stack, 'clerk', options.clerks);
  const approvers = await signInMany(stack, 'approver', options.approvers);
  const begin = performance.now();
  const end = new AbortController();
  const work = (client: ApiClient, one: (person: Person) => Promise<void>, rhythm: number) =>
    workUntilTheEnd({ client, times, end: end.signal, one, rhythm });
  const everybody = Promise.all([
    ...clerks.map((client) => work(client, takeApplicationIn, 420)),
    ...approvers.map((client) => work(client, workOneTask, 240)),
  ]);
  await wait(options.warmUp * 1000);
  times.clear();
  const before = readProcessorTime(running);
  await wait(options.seconds * 1000);
  const used = usedBetween(before, readProcessorTime(running), options.seconds);
  const summary = times.summary();
  const [worst, count, errors] = [times.worst, times.count, [...times.errors]];
  end.abort();
  await everybody;
  return benchLine({
    name: 'people',
    numerator: worst,
    denominator: 800,
    unit: 'ms, slowest p95 of an action',
    samples: { numerator: count, denominator: 1 },
    target: { max: errors.length === 0 ? 1 : 0 },
    details: {
      ...options,
      minutesAtWork: Math.round((performance.now() - begin) / 6000) / 10,
      actions: summary,
      errors: errors.length,
      firstErrors: errors.slice(0, 10),
      processorMillisecondsASecond: used,
    },
  });
}

/** Everybody begins somewhere in their rhythm, so that the first minute is like every other. */
async function workUntilTheEnd(options: {
  client: ApiClient;
  times: ActionTimes;
  end: AbortSignal;
  one: (person: Person) => Promise<void>;
  rhythm: number;
}): Promise<void> {
  const { client, times, end, one, rhythm } = options;
  const random = Math.random;
  const pause = async (seconds: number) => {
    await wait(seconds * 1000 * (0.5 + random()), undefined, { signal: end });
  };
  try {
    await wait(random() * rhythm * 1000, undefined, { signal: end });
    for (;;) await one({ client, times, pause, random });
  } catch (error) {
    if (!end.aborted) throw error;
  }
}

/** Accounts like a demonstration account, with its password, and a session for each. */
async function signInMany({ serverUrl, db }: BenchStack, like: string, count: number): Promise<ApiClient[]> {
  const users = db.collection<{ _id: string; username: string; name: string }>('users');
  const model = await users.findOne({ tenant, username: like });
  if (model === null) throw new Error(`there is no account ${like}`);
  const names = Array.from({ length: count }, (_, at) => `bench-${like}-${at}`);
  for (const username of names) {
    if ((await users.findOne({ tenant, username })) !== null) continue;
    await users.insertOne({ ...model, _id: `${model._id}-${username}`, username, name: username });
  }
  const { results } = await inParallel(4, names, async (username) => {
    const client = new ApiClient(serverUrl);
    await client.signIn(username, demoPassword);
    return client;
  });
  return results;
}
