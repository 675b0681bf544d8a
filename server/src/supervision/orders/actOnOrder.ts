import { shanghaiDay } from '@onewindow/clocks';
import type { AppContext } from '../../app/appContext.ts';
import { changeCase } from '../../cases/changeCase.ts';
import { AppError } from '../../errors/appError.ts';
import { type Actor, asEventActor } from '../../identity/actor.ts';
import { announceRecord, changeRecord, changeRecordIn, type RecordChange } from '../changeRecord.ts';
import { maySee } from '../findings/readFinding.ts';
import type { UrgeDocument } from '../model.ts';
import { requireOwnFiles } from '../recordFiles.ts';
import { deadlineLimit } from './deadlineLimit.ts';

type Stage = UrgeDocument['stage'];

interface OrderAct {
  app: AppContext;
  actor: Actor;
  urgeId: string;
}

/** An order that the person may see. Throws AppError `notFound`. */
export async function readOrder({ app, actor, urgeId }: OrderAct): Promise<UrgeDocument> {
  const found = (await app.models.urges
    .findOne({ _id: urgeId, tenant: app.tenant })
    .lean()) as UrgeDocument | null;
  if (found === null || !maySee(actor, found)) throw new AppError('notFound');
  return { ...found, stage: stageOf(found) };
}

/** Orders of earlier versions know only whether they are answered. */
export function stageOf(urge: UrgeDocument): Stage {
  return urge.stage ?? (urge.state === 'answered' ? 'replied' : 'issued');
}

/** 签收: somebody of the department, or the person addressed, has it in hand. Throws AppError `notFound`, `stateConflict`. */
export async function receiveOrder(input: OrderAct): Promise<UrgeDocument> {
  return act(input, ['issued'], async ({ record, now, event }) => {
    requireAddressed(input.actor, record);
    Object.assign(record, { stage: 'received', receivedAt: now });
    await event('orderReceived');
  });
}

/**
 * The department answers, with papers; the supervisor is next. Whoever answers has received it.
 * Throws AppError `notFound`, `urgeAnswered`, `fileUnknown`.
 */
export async function replyToOrder(
  input: OrderAct & { text: string; files: readonly string[] },
): Promise<UrgeDocument> {
  const { app, actor, urgeId, text, files } = input;
  const seen = await readOrder(input);
  requireAddressed(actor, seen);
  await requireOwnFiles(app, urgeId, files);
  const work = async ({ record, now, event, rest }: RecordChange<UrgeDocument>) => {
    const stage = stageOf(record);
    if (stage === 'replied' || stage === 'accepted') throw new AppError('urgeAnswered');
    if (stage === 'issued') {
      record.receivedAt = now;
      await event('orderReceived');
    }
    Object.assign(record, {
      stage: 'replied',
      state: 'answered',
      reply: { text, by: { id: actor.id, name: actor.name }, at: now, files: [...files] },
    });
    await event('orderReplied', { text, files: [...files] });
    await rest();
  };
  const changed = { app, model: app.models.urges, id: urgeId, actor: asEventActor(actor), work };
  if (seen.caseId === '') return (await changeRecord(changed)).record;
  const { result } = await changeCase({
    app,
    caseId: seen.caseId,
    actor: asEventActor(actor),
    keepUpdatedAt: true,
    work: async (change) => {
      const { record } = await changeRecordIn(change.session, changed, change.now);
      change.event('urgeAnswered', { kind: record.kind });
      return record;
    },
  });
  announceRecord(app, result, app.time.now());
  return result;
}

/** The supervisor is content with the answer. Throws AppError `notFound`, `stateConflict`. */
export async function acceptReply(input: OrderAct & { text: string }): Promise<UrgeDocument> {
  return act(input, ['replied'], async ({ record, event }) => {
    record.stage = 'accepted';
    await event('replyAccepted', input.text === '' ? {} : { text: input.text });
  });
}

/** The supervisor is not: why, and by when it is to be answered now. Throws AppError `notFound`, `stateConflict`, `deadlinePast`. */
export async function sendReplyBack(
  input: OrderAct & { text: string; replyDueDay: string },
): Promise<UrgeDocument> {
  const { app, text, replyDueDay } = input;
  const limit = deadlineLimit(shanghaiDay(app.time.now()), replyDueDay);
  return act(input, ['replied'], async ({ record, event, expect }) => {
    Object.assign(record, { stage: 'sentBack', state: 'open', replyDueDay });
    await event('replySentBack', { text, until: replyDueDay });
    await expect(limit);
  });
}

async function act(
  input: OrderAct,
  from: readonly Stage[],
  work: (change: RecordChange<UrgeDocument>) => Promise<void>,
): Promise<UrgeDocument> {
  const { app, actor, urgeId } = input;
  await readOrder(input);
  const { record } = await changeRecord<UrgeDocument, void>({
    app,
    model: app.models.urges,
    id: urgeId,
    actor: asEventActor(actor),
    work: async (change) => {
      const stage = stageOf(change.record);
      if (!from.includes(stage)) throw new AppError('stateConflict', { params: { state: stage } });
      await work(change);
    },
  });
  return record;
}

/** One to a person is answered by that person, or by the head of the department. */
export function isAddressed(actor: Actor, { departmentId, person }: UrgeDocument): boolean {
  if (actor.department.id !== departmentId) return false;
  return person === undefined || person.id === actor.id || actor.roles.includes('head');
}

function requireAddressed(actor: Actor, urge: UrgeDocument): void {
  if (!isAddressed(actor, urge)) throw new AppError('notFound');
}
