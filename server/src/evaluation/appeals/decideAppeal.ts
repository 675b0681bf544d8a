import type { AppContext } from '../../app/appContext.ts';
import { AppError } from '../../errors/appError.ts';
import { type Actor, asAuthor, asEventActor } from '../../identity/actor.ts';
import { isDuplicateKey } from '../../store/inTransaction.ts';
import { changeRecord } from '../../supervision/changeRecord.ts';
import { nextLetterNumber } from '../../supervision/letters.ts';
import { personOf } from '../facts/subject.ts';
import { oversees } from '../mayRead.ts';
import type { Adjustment, PerformanceAppealDocument } from '../model.ts';
import { correctResult } from '../results/correctResult.ts';
import { schemeOf } from '../schemes/schemeFile.ts';
import { readAppeal } from './listAppeals.ts';

/**
 * A supervisor of the area upholds or refuses an appeal, with the reason. Upheld, the fact is not counted any more or, in
 * a share, counts as good, and in the same transaction the evaluation is corrected: a new revision, the old one stays.
 * Throws AppError `notFound`, `stateConflict`, `ownAppeal`, `effectUnfit`, `versionConflict`.
 */
export async function decideAppeal(input: {
  app: AppContext;
  actor: Actor;
  appealId: string;
  uphold: boolean;
  effect: Adjustment['effect'];
  text: string;
}): Promise<PerformanceAppealDocument> {
  const { app, actor, appealId, uphold, effect, text } = input;
  const seen = await readAppeal(app, actor, appealId);
  if (!oversees(app, actor, seen.departmentId)) throw new AppError('notFound');
  if (personOf(seen.subjectId) === actor.id || seen.by.id === actor.id) throw new AppError('ownAppeal');
  const indicator = schemeOf(seen.kind).indicators.find(({ id }) => id === seen.indicator);
  if (uphold && effect === 'good' && indicator?.measure !== 'share') throw new AppError('effectUnfit');
  const number = uphold ? await nextLetterNumber(app, 'performanceEvaluation', actor.department.id) : '';
  try {
    const { record } = await changeRecord<PerformanceAppealDocument, void>({
      app,
      model: app.models.performanceAppeals,
      id: appealId,
      actor: asEventActor(actor),
      work: async ({ record, session, now, event, rest }) => {
        if (record.stage !== 'appealed')
          throw new AppError('stateConflict', { params: { state: record.stage } });
        Object.assign(record, {
          state: 'closed',
          stage: uphold ? 'upheld' : 'refused',
          closedAt: now,
          decision: { text, by: asAuthor(actor), at: now, ...(uphold ? { effect } : {}) },
        });
        if (!uphold) await event('evaluationAppealRefused', { text });
        else {
          const corrected = await correctResult({
            ...{ app, session, now, actor, appeal: record, effect, number },
          });
          record.correctedBy = corrected.revision;
          await event('evaluationAppealUpheld', { text, effect, revision: corrected.revision });
        }
        await rest();
      },
    });
    return record;
  } catch (error) {
    throw isDuplicateKey(error) ? new AppError('versionConflict') : error;
  }
}
