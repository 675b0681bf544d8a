import type { AppContext } from '../../app/appContext.ts';
import { AppError } from '../../errors/appError.ts';
import { type Actor, asAuthor, asEventActor } from '../../identity/actor.ts';
import { changeRecord } from '../changeRecord.ts';
import { maySee } from '../findings/readFinding.ts';
import type { CardDocument } from '../model.ts';
import { requireOwnFiles } from '../recordFiles.ts';

/** Time in which an appeal against a card is answered: the district's own rule. */
const answerWithin = '10 workday';

interface CardAct {
  app: AppContext;
  actor: Actor;
  cardId: string;
}

/** A card that the person may see. Throws AppError `notFound`. */
export async function readCard({ app, actor, cardId }: CardAct): Promise<CardDocument> {
  const found = (await app.models.cards
    .findOne({ _id: cardId, tenant: app.tenant })
    .lean()) as CardDocument | null;
  if (found === null || !maySee(actor, found)) throw new AppError('notFound');
  return found;
}

/** 申诉: the head of the warned department, or the person, appeals once. Throws AppError `notFound`, `stateConflict`, `fileUnknown`. */
export async function appealCard(
  input: CardAct & { text: string; files: readonly string[] },
): Promise<CardDocument> {
  const { app, actor, cardId, text, files } = input;
  const seen = await readCard(input);
  if (!mayAppeal(actor, seen)) throw new AppError('notFound');
  await requireOwnFiles(app, cardId, files);
  return act(input, 'standing', async ({ record, now, event, expect }) => {
    Object.assign(record, {
      state: 'open',
      stage: 'appealed',
      appeal: { text, by: asAuthor(actor), at: now },
    });
    await event('cardAppealed', { text, files: [...files] });
    await expect(answerWithin);
  });
}

/** A supervisor other than the one who gave the card revokes or upholds it. Throws AppError `notFound`, `stateConflict`, `sameOfficer`. */
export async function decideCardAppeal(
  input: CardAct & { revoke: boolean; text: string },
): Promise<CardDocument> {
  const { app, actor, revoke, text } = input;
  const seen = await readCard(input);
  const others = await otherSupervisors(app, seen.by.id);
  if (seen.by.id === actor.id && others) throw new AppError('sameOfficer');
  return act(input, 'appealed', async ({ record, now, event, rest }) => {
    const stage = revoke ? 'revoked' : 'upheld';
    Object.assign(record, { state: 'closed', stage, decision: { text, by: asAuthor(actor), at: now } });
    await event(revoke ? 'cardRevoked' : 'cardUpheld', { text });
    await rest();
  });
}

/** Whether the district has another supervisor who could decide; a small one has not. */
async function otherSupervisors(app: AppContext, id: string): Promise<boolean> {
  const users = await app.models.users.find({ tenant: app.tenant }, { roles: 1, active: 1 }).lean();
  return users.some((user) => user._id !== id && user.active && user.roles.includes('supervisor'));
}

/** Who may appeal against a card, while it stands. */
export function mayAppeal(actor: Actor, { departmentId, person }: CardDocument): boolean {
  return actor.department.id === departmentId && (actor.roles.includes('head') || person?.id === actor.id);
}

async function act(
  { app, actor, cardId }: CardAct,
  from: CardDocument['stage'],
  work: Parameters<typeof changeRecord<CardDocument, void>>[0]['work'],
): Promise<CardDocument> {
  const { record } = await changeRecord<CardDocument, void>({
    app,
    model: app.models.cards,
    id: cardId,
    actor: asEventActor(actor),
    work: async (change) => {
      const { stage } = change.record;
      if (stage !== from) throw new AppError('stateConflict', { params: { state: stage } });
      await work(change);
    },
  });
  return record;
}
