import type { AppContext } from '../../app/appContext.ts';
import { departmentRef } from '../../cases/viewCase.ts';
import type { Actor } from '../../identity/actor.ts';
import { listCardsOfOrder } from '../cards/listCards.ts';
import { listLetters } from '../letters.ts';
import type { UrgeDocument } from '../model.ts';
import { listRecordFiles } from '../recordFiles.ts';
import { viewActs } from '../viewActs.ts';
import { isAddressed, stageOf } from './actOnOrder.ts';

/** A reminder or order as lists show it. */
export function viewUrge(app: AppContext, urge: UrgeDocument) {
  const { reply } = urge;
  return {
    id: urge._id,
    kind: urge.kind,
    number: urge.number ?? null,
    caseId: urge.caseId,
    caseNo: urge.caseNo,
    matter: urge.matter ?? null,
    findingId: urge.findingId ?? null,
    department: departmentRef(app, urge.departmentId),
    person: urge.person?.name ?? null,
    message: urge.message,
    by: urge.by.name,
    at: urge.at.toISOString(),
    replyDueDay: urge.replyDueDay ?? null,
    state: urge.state,
    stage: stageOf(urge),
    round: urge.round ?? 1,
    late: urge.state === 'open' && urge.actBy !== undefined && urge.actBy < app.time.now(),
    reply: reply === undefined ? null : { text: reply.text, by: reply.by.name, at: reply.at.toISOString() },
  };
}

/** The same with its acts, papers, letters and cards, and what the person may do with it. */
export async function viewOrder(app: AppContext, actor: Actor, urge: UrgeDocument) {
  const following = await app.models.urges
    .find({ tenant: app.tenant, caseId: urge.caseId }, { follows: 1, number: 1 })
    .lean();
  const next = following.find(({ follows }) => follows === urge._id);
  return {
    ...viewUrge(app, urge),
    version: urge.version ?? 0,
    follows: urge.follows ?? null,
    followedBy: next === undefined ? null : { id: next._id, number: next.number ?? null },
    acts: await viewActs(app, urge._id),
    files: await listRecordFiles(app, urge._id),
    letters: await listLetters(app, urge._id),
    cards: await listCardsOfOrder(app, urge._id),
    can: allowed(actor, urge, next !== undefined),
  };
}

function allowed(actor: Actor, urge: UrgeDocument, followed: boolean): string[] {
  const stage = stageOf(urge);
  const can: string[] = [];
  if (isAddressed(actor, urge)) {
    if (stage === 'issued') can.push('receive');
    if (['issued', 'received', 'sentBack'].includes(stage)) can.push('reply');
  }
  if (actor.roles.includes('supervisor')) {
    if (stage === 'replied') can.push('accept', 'sendBack');
    if (stage !== 'accepted' && !followed && urge.kind === 'order') can.push('orderAgain');
    if (urge.kind === 'order') can.push('card');
  }
  return can;
}
