import type { ClientSession } from 'mongoose';
import { trusted } from 'mongoose';
import type { AppContext } from '../../app/appContext.ts';
import { oweLetter } from '../../supervision/letters.ts';
import type { PerformanceAppealDocument, PerformanceDocument, PerformanceScoreDocument } from '../model.ts';
import { schemeOf } from '../schemes/schemeFile.ts';
import { type Correction, composeLetter } from './composeLetter.ts';

/** Owes the sealed PDF of a revision in the transaction that publishes it. `number` was drawn before. */
export async function oweEvaluationLetter(options: {
  app: AppContext;
  session: ClientSession;
  performance: PerformanceDocument;
  scores: readonly PerformanceScoreDocument[];
  number: string;
  /** Department whose seal it carries. */
  issuerId: string;
}): Promise<void> {
  const { app, session, performance, scores, number, issuerId } = options;
  await oweLetter({
    ...{ app, session, now: performance.at, recordId: performance._id, number, issuerId },
    kind: 'performanceEvaluation',
    values: composeLetter({
      performance,
      scores,
      corrections: await correctionsOf(app, session, performance, scores),
      departmentName: (id) => app.organisation.findDepartment(id)?.name ?? id,
    }),
  });
}

async function correctionsOf(
  app: AppContext,
  session: ClientSession,
  { kind, adjustments }: PerformanceDocument,
  scores: readonly PerformanceScoreDocument[],
): Promise<Correction[]> {
  if (adjustments.length === 0) return [];
  const appeals = (await app.models.performanceAppeals
    .find({ _id: trusted({ $in: adjustments.map(({ appealId }) => appealId) }) }, null, { session })
    .lean()) as PerformanceAppealDocument[];
  return adjustments.map(({ subjectId, indicator, key, effect, appealId }) => ({
    name: scores.find((line) => line.subjectId === subjectId)?.name ?? subjectId,
    indicator: schemeOf(kind).indicators.find(({ id }) => id === indicator)?.name['zh-CN'] ?? indicator,
    no: appeals.find(({ _id }) => _id === appealId)?.fact.no ?? key,
    effect,
  }));
}
