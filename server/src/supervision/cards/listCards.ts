import type { AppContext } from '../../app/appContext.ts';
import { departmentRef } from '../../cases/viewCase.ts';
import type { Actor } from '../../identity/actor.ts';
import { listLetters } from '../letters.ts';
import type { CardDocument } from '../model.ts';
import { listRecordFiles } from '../recordFiles.ts';
import { viewActs } from '../viewActs.ts';
import { mayAppeal } from './appealCard.ts';
import { counts } from './issueCard.ts';

/** A card as lists show it. */
export function viewCardLine(app: AppContext, card: CardDocument) {
  return {
    id: card._id,
    colour: card.colour,
    number: card.number,
    urgeId: card.urgeId,
    caseId: card.caseId,
    caseNo: card.caseNo,
    department: departmentRef(app, card.departmentId),
    person: card.person?.name ?? null,
    reason: card.reason,
    by: card.by.name,
    at: card.at.toISOString(),
    stage: card.stage,
    counts: counts(app, card, app.time.now()),
  };
}

/** A card with its letter, its acts, and what the person may do with it. */
export async function viewCard(app: AppContext, actor: Actor, card: CardDocument) {
  const can: string[] = [];
  if (card.stage === 'standing' && mayAppeal(actor, card)) can.push('appeal');
  if (card.stage === 'appealed' && actor.roles.includes('supervisor')) can.push('decide');
  const order = await app.models.urges
    .findOne({ _id: card.urgeId, tenant: app.tenant }, { number: 1 })
    .lean();
  return {
    ...viewCardLine(app, card),
    orderNumber: order?.number ?? null,
    acts: await viewActs(app, card._id),
    files: await listRecordFiles(app, card._id),
    letters: await listLetters(app, card._id),
    can,
  };
}

/**
 * Cards, latest first, and how many count for each department and officer: all for a supervisor, the own department's for
 * others. There are few: a card comes after two orders.
 */
export async function listCards(app: AppContext, actor: Actor) {
  const scope = actor.roles.includes('supervisor') ? {} : { departmentId: actor.department.id };
  const cards = (await app.models.cards.find({ tenant: app.tenant, ...scope }).lean()) as CardDocument[];
  const items = cards
    .sort((one, other) => other.at.getTime() - one.at.getTime())
    .map((card) => viewCardLine(app, card));
  const tally = new Map<string, { department: string; person: string | null; yellow: number; red: number }>();
  for (const card of items.filter((one) => one.counts))
    for (const person of card.person === null ? [null] : [null, card.person]) {
      const key = `${card.department.id}|${person ?? ''}`;
      const known = tally.get(key) ?? { department: card.department.name, person, yellow: 0, red: 0 };
      known[card.colour] += 1;
      tally.set(key, known);
    }
  return { items, counted: [...tally.values()] };
}

/** The cards that an order led to. */
export async function listCardsOfOrder(app: AppContext, urgeId: string) {
  const cards = (await app.models.cards.find({ tenant: app.tenant, urgeId }).lean()) as CardDocument[];
  return cards.map((card) => viewCardLine(app, card));
}
