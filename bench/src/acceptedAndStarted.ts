import { randomUUID } from 'node:crypto';
import type { ApiClient } from '../../scripts/journey/apiClient.ts';
import { draftFoodLicense, signIn } from '../../scripts/journey/steps.ts';
import { type BenchLine, benchLine, median, round } from './benchLine.ts';
import { type BenchStack, type RawStart, readRawStart, tenant, waitUntilIdle } from './benchStack.ts';
import { inParallel } from './inParallel.ts';
import { readProcessorTime, usedBetween } from './processorTime.ts';

const lanes = 8;

type Used = Record<string, number>;

/**
 * Cases accepted and started a second (POST /cases/{id}/accept answered with `engineState: started`) ÷ bare starts of
 * the same process with the same variables a second, both 8 at once, in turns on the same stack.
 */
export async function measureAcceptedAndStarted(
  stack: BenchStack,
  options: { cases: number; rounds: number },
): Promise<BenchLine> {
  const used = { accepted: [] as Used[], raw: [] as Used[] };
  /** Runs one of the two and keeps what it cost each part. */
  const timed = async (kind: keyof typeof used, run: () => Promise<number>): Promise<number> => {
    const before = readProcessorTime(stack);
    const rate = await run();
    used[kind].push(usedBetween(before, readProcessorTime(stack), options.cases));
    return rate;
  };
  const clerks = await Promise.all(Array.from({ length: lanes }, () => signIn(stack.serverUrl, 'clerk')));
  const warmUp = Math.max(lanes, Math.round(options.cases / 3));
  const ids = await receiveCases(clerks, warmUp + options.cases * options.rounds);
  await waitUntilIdle(stack);

  await acceptAll(clerks, ids.splice(0, warmUp));
  const raw = await readRawStart(stack, await anyStartedCase(stack));
  await startAll(stack, raw, warmUp * 3);
  await waitUntilIdle(stack);

  const rounds: { accepted: number; rawBefore: number; rawAfter: number; drain: number }[] = [];
  for (let round = 0; round < options.rounds; round += 1) {
    const rawBefore = await timed('raw', () => startAll(stack, raw, options.cases));
    const accepted = await timed('accepted', () => acceptAll(clerks, ids.splice(0, options.cases)));
    const rawAfter = await timed('raw', () => startAll(stack, raw, options.cases));
    const began = performance.now();
    await waitUntilIdle(stack);
    rounds.push({ accepted, rawBefore, rawAfter, drain: (performance.now() - began) / 1000 });
  }
  const ratios = rounds.map((one) => one.accepted / ((one.rawBefore + one.rawAfter) / 2));
  return benchLine({
    name: 'acceptedAndStarted',
    numerator: median(rounds.map((one) => one.accepted)),
    denominator: median(rounds.flatMap((one) => [one.rawBefore, one.rawAfter])),
    unit: 'cases a second',
    samples: { numerator: options.cases * rounds.length, denominator: options.cases * 2 * rounds.length },
    target: { min: 0.5 },
    details: {
      parallel: lanes,
      ratioOfEachRound: ratios.map(round),
      acceptedASecond: rounds.map((one) => round(one.accepted)),
      rawStartsASecond: rounds.map((one) => [round(one.rawBefore), round(one.rawAfter)]),
      processorMsAnAcceptance: used.accepted,
      processorMsARawStart: used.raw,
      // Notices are drawn and sealed after the answer; these seconds it went on behind the last round's end.
      secondsUntilEveryNoticeWasDrawn: rounds.map((one) => round(one.drain)),
      // The same cases counted until their last notice lay there: what a load without end comes to.
      ratioNoticesIncluded: rounds.map((one) =>
        round(
          options.cases / (options.cases / one.accepted + one.drain) / ((one.rawBefore + one.rawAfter) / 2),
        ),
      ),
    },
  });
}

async function receiveCases(clerks: readonly ApiClient[], count: number): Promise<string[]> {
  const { results } = await inParallel(lanes, Array.from({ length: count }), async (_, lane) => {
    const clerk = clerks[lane] as ApiClient;
    const id = String((await draftFoodLicense(clerk))['id']);
    await clerk.post(`/cases/${id}/receive`);
    return id;
  });
  return results;
}

/** Accepts the cases; gives those accepted and started a second. Throws Error when one did not start in its request. */
async function acceptAll(clerks: readonly ApiClient[], ids: readonly string[]): Promise<number> {
  const { results, seconds } = await inParallel(lanes, ids, async (id, lane) => {
    const view = await (clerks[lane] as ApiClient).post(`/cases/${id}/accept`);
    return view['state'] === 'accepted' && view['engineState'] === 'started';
  });
  const started = results.filter(Boolean).length;
  if (started < ids.length)
    process.stderr.write(`bench: ${ids.length - started} of ${ids.length} cases were not started at once\n`);
  return started / seconds;
}

async function startAll({ engine }: BenchStack, raw: RawStart, count: number): Promise<number> {
  const { seconds } = await inParallel(lanes, Array.from({ length: count }), async () => {
    const caseNo = `bench-${randomUUID().slice(0, 14)}`;
    await engine.startProcess(raw.definitionId, {
      businessKey: caseNo,
      variables: { ...raw.variables, caseNo },
    });
  });
  return count / seconds;
}

async function anyStartedCase({ db }: BenchStack): Promise<string> {
  const found = await db.collection<{ _id: string }>('cases').findOne({ tenant, 'engine.state': 'started' });
  if (found === null) throw new Error('no case has started');
  return found._id;
}
