import type { AppContext } from '../app/appContext.ts';
import { type CaseChange, changeCase } from '../cases/changeCase.ts';
import { AppError } from '../errors/appError.ts';
import { type Actor, asAuthor, asEventActor } from '../identity/actor.ts';
import { openFinding } from '../supervision/openFinding.ts';
import { effectKeyOf } from './effectKeyOf.ts';
import type { ReturnVisit, SatisfactionDocument } from './model.ts';
import { replyDue } from './rateService.ts';

/**
 * 回访 after the reply to a bad rating, by supervision and not by the department: whoever is still not content has the
 * rating opened again, with a finding and a reply clock anew. Somebody who was not reached may be asked once more.
 * Throws AppError `notFound`, `stateConflict` (not answered, or settled already).
 */
export async function visitAgain(input: {
  app: AppContext;
  actor: Actor;
  ratingId: string;
  result: ReturnVisit['result'];
  text: string;
}): Promise<void> {
  const { app, actor, ratingId, result, text } = input;
  const seen = await app.models.satisfactions.findOne({ _id: ratingId, tenant: app.tenant }).lean();
  if (seen === null) throw new AppError('notFound');
  await changeCase({
    app,
    caseId: seen.caseId,
    actor: asEventActor(actor),
    keepUpdatedAt: true,
    work: async (change) => {
      const { session, now } = change;
      const rating = (await app.models.satisfactions
        .findOne({ _id: ratingId }, null, { session })
        .lean()) as SatisfactionDocument | null;
      if (rating === null || rating.state !== 'answered' || isOver(rating))
        throw new AppError('stateConflict', { params: { state: rating?.state ?? 'open' } });
      const visit: ReturnVisit = { result, text, at: now, by: asAuthor(actor) };
      if (result === 'notSettled') await openAgain(app, change, rating, visit);
      else
        await app.models.satisfactions.updateOne(
          { _id: ratingId },
          { $set: { returnVisit: visit } },
          { session },
        );
      change.event('ratingVisited', { visit: result });
    },
  });
}

async function openAgain(
  app: AppContext,
  change: CaseChange,
  { _id, reply, earlier = [], departmentId, grade }: SatisfactionDocument,
  visit: ReturnVisit,
): Promise<void> {
  if (reply === undefined) throw new AppError('stateConflict', { params: { state: 'open' } });
  const rounds = [...earlier, { reply, visit }];
  const { dueAt, dueDay: replyDueDay } = await replyDue(app, change);
  await app.models.satisfactions.updateOne(
    { _id },
    { $set: { state: 'open', replyDueDay, earlier: rounds }, $unset: { reply: 1, returnVisit: 1 } },
    { session: change.session },
  );
  await openFinding(app, change, {
    effectKey: effectKeyOf({ _id, earlier: rounds }),
    kind: 'badRating',
    departmentId,
    dueAt,
    details: { satisfaction: _id, grade, replyDueDay },
  });
}

/** Whether a visit has settled it. */
export function isOver({ returnVisit }: Pick<SatisfactionDocument, 'returnVisit'>): boolean {
  return returnVisit?.result === 'settled';
}
