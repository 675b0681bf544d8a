import type { AppContext } from '../app/appContext.ts';
import { changeCase } from '../cases/changeCase.ts';
import { AppError } from '../errors/appError.ts';
import { type Actor, asAuthor, asEventActor } from '../identity/actor.ts';
import { settleFinding } from '../supervision/settleFinding.ts';
import { effectKeyOf } from './effectKeyOf.ts';
import type { SatisfactionDocument } from './model.ts';

/**
 * The department answers a bad rating; the applicant reads the answer with the case, and the finding is closed.
 * Throws AppError `notFound` (of another department, or nothing to answer), `stateConflict` (answered already).
 */
export async function answerRating(input: {
  app: AppContext;
  actor: Actor;
  ratingId: string;
  text: string;
}): Promise<void> {
  const { app, actor, ratingId, text } = input;
  const { tenant } = app;
  const rating = await app.models.satisfactions
    .findOne({ _id: ratingId, tenant, departmentId: actor.department.id })
    .lean();
  if (rating === null || rating.state === 'noted') throw new AppError('notFound');
  await changeCase({
    app,
    caseId: rating.caseId,
    actor: asEventActor(actor),
    keepUpdatedAt: true,
    work: async (change) => {
      const { session, now } = change;
      const answered = await app.models.satisfactions.updateOne(
        { _id: ratingId, state: 'open' },
        { $set: { state: 'answered', reply: { text, at: now, by: asAuthor(actor) } } },
        { session },
      );
      if (answered.modifiedCount !== 1)
        throw new AppError('stateConflict', { params: { state: 'answered' } });
      await settleFinding(app, change, effectKeyOf(rating as SatisfactionDocument));
      change.event('ratingAnswered', {});
    },
  });
}
