import type { AppContext } from '../../app/appContext.ts';
import { AppError } from '../../errors/appError.ts';
import { type Actor, asEventActor } from '../../identity/actor.ts';
import { changeRecord, type RecordChange } from '../changeRecord.ts';
import type { FindingDocument, FindingStage } from '../model.ts';
import { requireOwnFiles } from '../recordFiles.ts';
import { ruleInForce } from '../rules/rulesInForce.ts';
import { readFinding } from './readFinding.ts';

interface FindingAct {
  app: AppContext;
  actor: Actor;
  findingId: string;
}

/**
 * A supervisor gives a finding to the department that is to explain it; its time runs from now.
 * Throws AppError `notFound`, `departmentUnknown`, `stateConflict`.
 */
export async function assignFinding(input: FindingAct & { department: string; text: string }) {
  const { app, department, text } = input;
  if (app.organisation.findDepartment(department) === undefined)
    throw new AppError('departmentUnknown', { params: { department } });
  return act(input, ['opened', 'assigned', 'sentBack'], async (change) => {
    change.record.departmentId = department;
    change.record.stage = 'assigned';
    await change.event('findingAssigned', { department, ...(text === '' ? {} : { text }) });
    await change.expect(await handlingOf(input, change));
  });
}

/**
 * The department says how it came about, with papers; the supervisor is next.
 * Throws AppError `notFound`, `stateConflict`, `fileUnknown`.
 */
export async function explainFinding(input: FindingAct & { text: string; files: readonly string[] }) {
  const { app, findingId, text, files } = input;
  await requireOwnFiles(app, findingId, files);
  return act(input, ['assigned', 'sentBack'], async (change) => {
    requireOfDepartment(input.actor, change.record);
    change.record.stage = 'explained';
    await change.event('findingExplained', { text, files: [...files] });
    await change.rest();
  });
}

/** A supervisor wants a better explanation, and says why; the time runs anew. Throws AppError `notFound`, `stateConflict`. */
export async function sendFindingBack(input: FindingAct & { text: string }) {
  return act(input, ['explained'], async (change) => {
    change.record.stage = 'sentBack';
    await change.event('findingSentBack', { text: input.text });
    await change.expect(await handlingOf(input, change));
  });
}

/**
 * A supervisor closes a finding as valid 成立 or not valid 不成立, with the reason. The same act answers a dispute.
 * Throws AppError `notFound`, `stateConflict`.
 */
export async function closeFinding(input: FindingAct & { result: 'valid' | 'notValid'; text: string }) {
  const { result, text } = input;
  return act(input, ['opened', 'assigned', 'explained', 'sentBack', 'disputed'], async (change) => {
    const answers = change.record.stage === 'disputed';
    Object.assign(change.record, { state: 'closed', stage: 'closed', result, closedAt: change.now });
    await change.event(answers ? 'disputeAnswered' : 'findingClosed', { result, text });
    await change.rest();
  });
}

/**
 * 申诉: the head of the department disputes a finding that was closed as valid, once; a supervisor answers in the rule's time.
 * Throws AppError `notFound`, `stateConflict`, `disputedBefore`, `fileUnknown`.
 */
export async function disputeFinding(input: FindingAct & { text: string; files: readonly string[] }) {
  const { app, findingId, text, files } = input;
  await requireOwnFiles(app, findingId, files);
  return act(input, ['closed'], async (change) => {
    const { record } = change;
    requireOfDepartment(input.actor, record);
    if (record.disputed === true) throw new AppError('disputedBefore');
    if (record.result !== 'valid')
      throw new AppError('stateConflict', { params: { state: record.result ?? 'closed' } });
    Object.assign(record, { state: 'open', stage: 'disputed', disputed: true });
    delete record.closedAt;
    await change.event('findingDisputed', { text, files: [...files] });
    await change.expect(await handlingOf(input, change));
  });
}

async function act(
  { app, actor, findingId }: FindingAct,
  from: readonly FindingStage[],
  work: (change: RecordChange<FindingDocument>) => Promise<void>,
): Promise<FindingDocument> {
  await readFinding(app, actor, findingId);
  const { record } = await changeRecord({
    app,
    model: app.models.findings,
    id: findingId,
    actor: asEventActor(actor),
    work: async (change) => {
      change.record.stage ??= change.record.state === 'closed' ? 'closed' : 'opened';
      const { stage } = change.record;
      if (!from.includes(stage)) throw new AppError('stateConflict', { params: { state: stage } });
      await work(change);
    },
  });
  return record;
}

function requireOfDepartment(actor: Actor, { departmentId }: FindingDocument): void {
  if (actor.department.id !== departmentId) throw new AppError('notFound');
}

async function handlingOf({ app }: FindingAct, { record, session }: RecordChange<FindingDocument>) {
  return (await ruleInForce(app, record.kind, session)).handling;
}
