import type { AppContext } from '../../app/appContext.ts';
import { recordSecurityEvent } from '../../audit/recordSecurityEvent.ts';
import { AppError } from '../../errors/appError.ts';
import { type Actor, asAuthor, asEventActor } from '../../identity/actor.ts';
import { inTransaction, isDuplicateKey } from '../../store/inTransaction.ts';
import { newId } from '../../store/newId.ts';
import { nextLetterNumber } from '../../supervision/letters.ts';
import { collect } from '../facts/collect.ts';
import type { Subject } from '../facts/subject.ts';
import { oweEvaluationLetter } from '../letter/oweEvaluationLetter.ts';
import { overseesAll } from '../mayRead.ts';
import type { PerformanceDocument, PerformanceScoreDocument } from '../model.ts';
import { spanOf } from '../period.ts';
import type { SchemeKind } from '../schemes/schemeFile.ts';
import { schemeInForce } from '../schemes/schemeInForce.ts';
import { freezeFacts } from './frozenFacts.ts';
import { hashFacts, hashResult } from './hashResult.ts';
import { readRevisions } from './readRevisions.ts';
import { scoreSubjects } from './scoreSubjects.ts';

/**
 * Closes a period: its facts, scores and ranks are frozen with the version of the scheme and the instant, once, and sealed as PDF.
 * Throws AppError `forbidden` (not of the district), `periodOpen`, `periodClosed`.
 */
export async function publishResult(input: {
  app: AppContext;
  actor: Actor;
  kind: SchemeKind;
  period: string;
}): Promise<PerformanceDocument> {
  const { app, actor, kind, period } = input;
  if (!overseesAll(actor)) throw new AppError('forbidden');
  const span = spanOf(period);
  const now = app.time.now();
  if (now < span.end) throw new AppError('periodOpen', { params: { period } });
  if ((await readRevisions(app, kind, period)).length > 0)
    throw new AppError('periodClosed', { params: { period } });
  const { version, setting } = await schemeInForce(app, kind);
  const subjects = await collect(app, kind, span);
  const id = newId();
  const about = { schemaVersion: 1, tenant: app.tenant, performanceId: id };
  const scores: PerformanceScoreDocument[] = scoreSubjects({
    kind,
    setting,
    subjects,
    months: span.months,
    ranked: true,
  }).map((line) => ({ ...about, _id: newId(), ...line }));
  const performance: PerformanceDocument = {
    _id: id,
    schemaVersion: 1,
    tenant: app.tenant,
    kind,
    period,
    revision: 1,
    schemeVersion: version,
    setting,
    factsOf: id,
    at: now,
    by: asAuthor(actor),
    subjects: scores.length,
    adjustments: [],
    hash: '',
    prevHash: hashFacts(subjects),
  };
  performance.hash = hashResult(performance, scores);
  const number = await nextLetterNumber(app, 'performanceEvaluation', actor.department.id);
  await write(app, { performance, scores, subjects }, { number, issuerId: actor.department.id });
  await recordSecurityEvent({
    app,
    type: 'evaluationPublished',
    actor: asEventActor(actor),
    details: { kind, period, schemeVersion: version, hash: performance.hash },
  });
  return performance;
}

/** Lines first: what no performance names is not seen. Two at once: the second one's lines are taken away again. */
async function write(
  app: AppContext,
  made: {
    performance: PerformanceDocument;
    scores: PerformanceScoreDocument[];
    subjects: readonly Subject[];
  },
  letter: { number: string; issuerId: string },
): Promise<void> {
  const { models, tenant } = app;
  const { performance, scores, subjects } = made;
  await freezeFacts(app, performance._id, subjects);
  if (scores.length > 0) await models.performanceScores.insertMany(scores);
  try {
    await inTransaction(app.connection, async (session) => {
      await models.performances.insertMany([performance], { session });
      await oweEvaluationLetter({ app, session, performance, scores, ...letter });
    });
  } catch (error) {
    const own = { tenant, performanceId: performance._id };
    await models.performanceFacts.deleteMany(own);
    await models.performanceScores.deleteMany(own);
    throw isDuplicateKey(error)
      ? new AppError('periodClosed', { params: { period: performance.period } })
      : error;
  }
}
