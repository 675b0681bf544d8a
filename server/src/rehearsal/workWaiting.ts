import { trusted } from 'mongoose';
import type { CaseDocument } from '../cases/model.ts';
import type { OutboxDestination, OutboxDocument } from '../outbox/model.ts';
import type { Run } from './run.ts';

const destinations: readonly OutboxDestination[] = [
  'engine',
  'documents',
  'notices',
  'external',
  'themes',
  'carriers',
  'payments',
];

/** What the cases of a scenario owe and have not delivered, parked entries among them, in order. */
export async function owedBy(run: Run, caseIds: readonly string[]): Promise<OutboxDocument[]> {
  const { app } = run.stage;
  const streams = caseIds.flatMap((id) => destinations.map((destination) => `${id}:${destination}`));
  const entries = (await app.models.outbox
    .find({ tenant: app.tenant, stream: trusted({ $in: streams }) })
    .lean()) as OutboxDocument[];
  return entries.filter(({ state }) => state === 'pending' || state === 'parked');
}

/** When clocks of the cases do something next: at a step of their chain, or as they fall due. */
export async function clockMoments(run: Run, subjects: readonly CaseDocument[]): Promise<Date[]> {
  const { app } = run.stage;
  const clocks = await app.models.clocks
    .find({ tenant: app.tenant, caseId: trusted({ $in: subjects.map(({ _id }) => _id) }) }, { nextFireAt: 1 })
    .lean();
  return clocks.flatMap(({ nextFireAt }) => nextFireAt ?? []);
}

/** When what the cases gave is looked at next: a check is due, a benefit suspended or resumed, a payment list closed. */
export async function givenMoments(run: Run, subjects: readonly CaseDocument[]): Promise<Date[]> {
  const { models, tenant } = run.stage.app;
  const { packCode, payment, checks } = run.loaded.pack;
  const own = { tenant, caseId: trusted({ $in: subjects.map(({ _id }) => _id) }) };
  const due = checks.length === 0 ? [] : await models.checks.find(own, { nextFireAt: 1 }).lean();
  const moments = due.flatMap(({ nextFireAt }) => nextFireAt ?? []);
  if (payment === undefined) return moments;
  const entitlements = await models.entitlements.find(own, { nextLookAt: 1 }).lean();
  if (entitlements.length === 0) return moments;
  const schedules = await models.paymentSchedules.find({ tenant, packCode }, { nextCloseAt: 1 }).lean();
  return [
    ...moments,
    ...entitlements.flatMap(({ nextLookAt }) => nextLookAt ?? []),
    ...schedules.flatMap(({ nextCloseAt }) => nextCloseAt ?? []),
  ];
}
