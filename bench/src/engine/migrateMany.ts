import type { ApiClient, Json } from '../../../scripts/journey/apiClient.ts';
import { restaurant } from '../../../scripts/journey/foodLicense.ts';
import { signIn } from '../../../scripts/journey/steps.ts';
import { type BenchLine, benchLine, round } from '../benchLine.ts';
import { type BenchStack, waitUntilIdle } from '../benchStack.ts';
import { inParallel } from '../inParallel.ts';
import { benchPackCode, benchPackFiles } from './benchPack.ts';

const lanes = 8;
const notMovedAfter = 300_000;
const pack = `/packs/${benchPackCode}`;

/**
 * So many running cases taken to another version at once, half of them standing at a step that the new version calls
 * otherwise: seconds from the order until every case is moved, of those allowed. The plan's seconds and what the order's own
 * answer took stand in the details. Needs the pack of benchPack.ts published as version 1.
 */
export async function measureMigration(
  stack: BenchStack,
  designer: ApiClient,
  options: { cases: number; seconds: number },
): Promise<BenchLine> {
  const ids = await startCases(stack, options.cases);
  const version = await designer.post(`${pack}/versions`, {
    files: renamedStep(),
    baseVersion: 1,
    note: 'bench',
  });
  await waitUntilIdle(stack);
  const wish = { from: 1, to: Number(version['version']), cases: ids, mapping: { check: 'verify' } };
  const planning = performance.now();
  const plan = await designer.post(`${pack}/migrations/plan`, wish);
  const planned = performance.now();
  const misfits = (plan['cases'] as Json[]).filter(({ fits }) => fits !== true);
  if (misfits.length > 0) throw new Error(`does not fit: ${JSON.stringify(misfits[0])}`);
  const body = { ...wish, planHash: plan['hash'] as string, note: 'bench' };
  const ordering = performance.now();
  const order = await designer.post(`${pack}/migrations`, body);
  const answered = performance.now();
  await untilMoved(designer, String(order['id']), ids.length);
  const moved = performance.now();
  const seconds = (from: number, to: number) => round((to - from) / 1000);
  return benchLine({
    name: 'migrateMany',
    numerator: (moved - ordering) / 1000,
    denominator: options.seconds,
    unit: 'seconds until all are moved, of those allowed',
    samples: { numerator: 1, denominator: 1 },
    target: { max: 1 },
    details: {
      cases: ids.length,
      planSeconds: seconds(planning, planned),
      planKilobytes: round(JSON.stringify(plan).length / 1024),
      orderAnsweredAfterSeconds: seconds(ordering, answered),
      casesASecond: round(ids.length / ((moved - ordering) / 1000)),
    },
  });
}

/** Half of the cases stand at the first step, half at the second. */
async function startCases(stack: BenchStack, count: number): Promise<string[]> {
  const people = (name: string) =>
    Promise.all(Array.from({ length: lanes }, () => signIn(stack.serverUrl, name)));
  const [clerks, approvers] = await Promise.all([people('clerk'), people('approver')]);
  const list = Array.from({ length: count }, (_, at) => at);
  const { results } = await inParallel(lanes, list, async (at, lane) => {
    const clerk = clerks[lane] as ApiClient;
    const approver = approvers[lane] as ApiClient;
    const application = { packCode: benchPackCode, operation: 'new', applicant: restaurant, formData: {} };
    const id = String((await clerk.post('/cases', application))['id']);
    await clerk.post(`/cases/${id}/receive`);
    const { caseNo } = await clerk.post(`/cases/${id}/accept`);
    if (at % 2 === 1) {
      const page = await approver.get(`/tasks?view=department&caseNo=${String(caseNo)}`);
      const [task] = page['items'] as Json[];
      await approver.post(`/tasks/${String(task?.['id'])}/complete`, { outcome: 'done', formData: {} });
    }
    return id;
  });
  return results;
}

/** The measuring pack with its second step renamed, a shorter first one and a shorter promise. */
function renamedStep() {
  return benchPackFiles().map(({ path, text }) => ({
    path,
    text: text
      .replaceAll('"check"', '"verify"')
      .replace('\n  check:\n', '\n  verify:\n')
      .replace('limit: 3 workday', 'limit: 2 workday')
      .replace('promised: 20 workday', 'promised: 15 workday'),
  }));
}

async function untilMoved(designer: ApiClient, id: string, count: number): Promise<void> {
  const end = performance.now() + notMovedAfter;
  for (;;) {
    const { moved, stayed } = await designer.get(`${pack}/migrations/${id}`);
    if (moved === count) return;
    if (Number(stayed) > 0) throw new Error(`${String(stayed)} cases were not moved`);
    if (performance.now() > end) throw new Error(`${String(moved)} of ${count} cases moved`);
    await new Promise((resolve) => setTimeout(resolve, 250));
  }
}
