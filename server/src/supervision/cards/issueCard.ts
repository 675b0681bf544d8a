import { computeDue, hasDue, parseLimit } from '@onewindow/clocks';
import type { AppContext } from '../../app/appContext.ts';
import { AppError } from '../../errors/appError.ts';
import { type Actor, asAuthor, asEventActor } from '../../identity/actor.ts';
import { inTransaction } from '../../store/inTransaction.ts';
import { announceRecord, changeOf } from '../changeRecord.ts';
import { nextLetterNumber, oweLetter } from '../letters.ts';
import type { CardDocument, UrgeDocument } from '../model.ts';
import { readOrder } from '../orders/actOnOrder.ts';
import { ruleFile } from '../rules/ruleFile.ts';
import { withoutStop } from './withoutStop.ts';

/**
 * 黄牌 / 红牌: a supervisor warns the department, or the person, of an order that was not carried out. A yellow card wants
 * so many orders on the matter, a red one so many yellow cards that still count (`cards` of the rule file).
 * Throws AppError `notFound`, `cardTooEarly`, `redCardTooEarly`, `cardGiven` (this order has one of the colour).
 */
export async function issueCard(input: {
  app: AppContext;
  actor: Actor;
  urgeId: string;
  colour: CardDocument['colour'];
  reason: string;
}): Promise<CardDocument> {
  const { app, actor, urgeId, colour, reason } = input;
  const order = await readOrder(input);
  if (order.kind !== 'order') throw new AppError('notFound');
  await requireDue(app, order, colour);
  const kind = colour === 'yellow' ? 'yellowCard' : 'redCard';
  const number = await nextLetterNumber(app, kind, actor.department.id);
  const { departmentId, person, caseId, caseNo } = order;
  const now = app.time.now();
  const card: CardDocument = {
    // One of a colour for an order, however often it is asked for at once.
    _id: `${urgeId}:${colour}`,
    schemaVersion: 1,
    tenant: app.tenant,
    colour,
    number,
    caseId,
    caseNo,
    departmentId,
    ...(person === undefined ? {} : { person }),
    urgeId,
    reason,
    by: asAuthor(actor),
    at: now,
    state: 'closed',
    stage: 'standing',
    version: 1,
    eventSeq: 0,
    lastEventHash: '',
  };
  const target = [app.organisation.department(departmentId).name, person?.name ?? ''].join(' ').trim();
  const written = await inTransaction(app.connection, async (session) => {
    // An attempt after a conflict begins anew.
    const made = { ...card };
    const record = changeOf(app, made, { session, now, actor: asEventActor(actor) });
    await record.event('cardGiven', { colour, text: reason });
    await app.models.cards.insertMany([made], { session });
    const letter = { addressee: target, target, reason: withoutStop(reason) };
    const values = { ...letter, orderNumber: order.number ?? '', caseNo };
    await oweLetter({
      app,
      session,
      now,
      recordId: card._id,
      kind,
      number,
      issuerId: actor.department.id,
      values,
    });
    return made;
  });
  announceRecord(app, written, now);
  return card;
}

async function requireDue(
  app: AppContext,
  order: UrgeDocument,
  colour: CardDocument['colour'],
): Promise<void> {
  const { yellowAfterOrders, redAfterYellowCards } = ruleFile.cards;
  const given = await app.models.cards.findOne({ _id: `${order._id}:${colour}` }, { _id: 1 }).lean();
  if (given !== null) throw new AppError('cardGiven');
  if (colour === 'yellow' && (order.round ?? 1) < yellowAfterOrders)
    throw new AppError('cardTooEarly', { params: { wanted: yellowAfterOrders } });
  if (colour !== 'red') return;
  const cards = await cardsThatCount(app, order.departmentId);
  const yellow = cards.filter(
    (card) => card.colour === 'yellow' && (order.person === undefined || card.person?.id === order.person.id),
  );
  if (yellow.length < redAfterYellowCards)
    throw new AppError('redCardTooEarly', { params: { wanted: redAfterYellowCards } });
}

/** The cards of a department that were not revoked and are not older than the rule file lets them count. */
export async function cardsThatCount(app: AppContext, departmentId: string): Promise<CardDocument[]> {
  const cards = (await app.models.cards.find({ tenant: app.tenant, departmentId }).lean()) as CardDocument[];
  const now = app.time.now();
  return cards.filter((card) => counts(app, card, now));
}

/** Whether a card counts: revoked ones and those of long ago do not. */
export function counts(app: AppContext, { stage, at }: CardDocument, now: Date): boolean {
  const within = parseLimit(ruleFile.cards.within);
  if (stage === 'revoked' || !hasDue(within)) return false;
  return now <= computeDue({ limit: within, startAt: at }, app.calendar.calendar, now).dueAt;
}
