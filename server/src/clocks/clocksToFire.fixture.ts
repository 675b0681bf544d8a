import type { AppContext } from '../app/appContext.ts';
import { newId } from '../store/newId.ts';
import type { ClockDocument } from './model.ts';

/**
 * Puts cases with clocks into the store that are due to tell their handler once. Returns the effect keys of what they will
 * tell, sorted. The cases know only what a sweep asks of them.
 */
export async function putClocks(
  app: AppContext,
  { cases, clocksEach, dueAt }: { cases: number; clocksEach: number; dueAt: Date },
): Promise<string[]> {
  const { models, tenant } = app;
  const made = Array.from({ length: cases }, () => caseOf(tenant, dueAt));
  const clocks = made.flatMap(({ _id }) =>
    Array.from({ length: clocksEach }, (_, at) =>
      clockOf(tenant, _id, new Date(dueAt.getTime() - at * 60_000)),
    ),
  );
  await models.cases.collection.insertMany(made as never[]);
  await models.clocks.collection.insertMany(clocks as never[]);
  return clocks.map(({ _id }) => `${_id}:yellow`).sort();
}

function caseOf(tenant: string, at: Date) {
  return {
    _id: newId(),
    schemaVersion: 1,
    tenant,
    version: 1,
    caseNo: newId(),
    packCode: 'scjg-food',
    packVersion: 1,
    state: 'accepted',
    departmentId: 'scjg',
    departmentIds: ['scjg'],
    createdBy: { id: 'x', name: 'x', departmentId: 'zwfw' },
    progressToken: newId(),
    engine: { state: 'ended' },
    updatedAt: at,
    eventSeq: 0,
    lastEventHash: '',
    outboxSeq: 0,
  };
}

function clockOf(tenant: string, caseId: string, dueAt: Date): ClockDocument {
  return {
    _id: newId(),
    schemaVersion: 1,
    tenant,
    caseId,
    kind: 'step',
    taskId: newId(),
    departmentId: 'scjg',
    limit: '1 hour',
    startAt: dueAt,
    pauses: [],
    extensions: [],
    calendarVersion: 'cn@1',
    dueAt,
    dueDay: '2026-11-18',
    provisional: false,
    state: 'running',
    escalation: [{ key: 'yellow', dueAt, notify: ['handler'] }],
    nextFireAt: dueAt,
    version: 1,
  };
}
