import type { ActOf } from '@onewindow/processes';
import type { Json } from '../client/apiClient.ts';
import { failure, type Place } from './failure.ts';
import { clerkOf } from './intakeActs.ts';
import { matchValue } from './matchValue.ts';
import { caseOf, type Run } from './run.ts';
import { openTasks } from './taskActs.ts';

/** The head of the deciding department extends the limit. Throws ApiProblem. */
export async function extendLimit(run: Run, act: ActOf<'extend'>): Promise<void> {
  const { people } = run.stage;
  const head = await people.of((await caseOf(run)).departmentId, 'head');
  const body = { amount: act.amount, reason: act.reason, password: people.password };
  await head.post(`/cases/${run.caseId}/extension`, body);
}

/** Whoever comes to the window pays what is due, in cash. Throws ApiProblem. */
export async function payBills(run: Run, act: ActOf<'pay'>, path: Place): Promise<void> {
  const clerk = await clerkOf(run);
  const { items } = await clerk.get(`/cases/${run.caseId}/bills`);
  const due = (items as Json[]).filter(({ state }) => state === 'due');
  const total = due.reduce((sum, { totalFen }) => sum + Number(totalFen), 0);
  if (act.amountFen !== undefined && act.amountFen !== total)
    run.fail([...path, 'amountFen'], failure('different', { expected: act.amountFen, actual: total }));
  for (const [at, { id, totalFen }] of due.entries()) {
    const receiptNo = `11010125${String(at + 1).padStart(10, '0')}`;
    await clerk.post(`/bills/${String(id)}/payment`, { method: 'cash', amountFen: totalFen, receiptNo });
  }
}

/** Calls a route of the public API as somebody, and compares the answer where one is expected. Throws ApiProblem. */
export async function requestRoute(run: Run, act: ActOf<'request'>, path: Place): Promise<void> {
  const values = await placeholders(run);
  const fill = (text: string) =>
    text.replace(/\{([\w.]+)\}/g, (whole, name: string) => values.get(name) ?? whole);
  const fillAll = (value: unknown): unknown => {
    if (typeof value === 'string') return fill(value);
    if (Array.isArray(value)) return value.map(fillAll);
    if (typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(Object.entries(value).map(([key, entry]) => [key, fillAll(entry)]));
  };
  const person = await run.stage.people.of(act.as.department, act.as.role);
  const answer = await person.request(act.method, fill(act.path), fillAll(act.body) as Json | undefined);
  for (const { path: at, expected, actual } of matchValue(act.answer ?? {}, answer))
    run.fail([...path, 'answer', ...at], failure('different', { expected, actual }));
}

async function placeholders(run: Run): Promise<ReadonlyMap<string, string>> {
  const tasks = run.caseId === undefined ? [] : await openTasks(run);
  const subject = run.caseId === undefined ? undefined : await caseOf(run);
  return new Map([
    ['case', run.caseId ?? ''],
    ['caseNo', subject?.caseNo ?? ''],
    ['password', run.stage.people.password],
    ...[...run.licenses].map(([key, id]) => [`license.${key}`, id] as const),
    ...tasks.map(({ stepKey, _id }) => [`task.${stepKey}`, _id] as const),
  ]);
}
