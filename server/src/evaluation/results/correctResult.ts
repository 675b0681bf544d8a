import type { ClientSession } from 'mongoose';
import type { AppContext } from '../../app/appContext.ts';
import { AppError } from '../../errors/appError.ts';
import { type Actor, asAuthor } from '../../identity/actor.ts';
import { newId } from '../../store/newId.ts';
import { oweEvaluationLetter } from '../letter/oweEvaluationLetter.ts';
import type {
  Adjustment,
  PerformanceAppealDocument,
  PerformanceDocument,
  PerformanceScoreDocument,
} from '../model.ts';
import { spanOf } from '../period.ts';
import { schemeOf } from '../schemes/schemeFile.ts';
import { adjusted, type FactSet } from '../scoring/facts.ts';
import { rankSubjects } from '../scoring/rankSubjects.ts';
import { scoreSubject } from '../scoring/scoreSubject.ts';
import { readFrozenFacts } from './frozenFacts.ts';
import { hashResult } from './hashResult.ts';
import { readRevisions, readScores } from './readRevisions.ts';

/**
 * Another revision of an evaluation, in the transaction of the appeal that it follows: the frozen facts as they were, less
 * what all appeals so far have changed, by the version of the scheme by which it was published. Everybody is ranked anew.
 */
export async function correctResult(input: {
  app: AppContext;
  session: ClientSession;
  now: Date;
  actor: Actor;
  appeal: PerformanceAppealDocument;
  effect: Adjustment['effect'];
  /** 发文字号 of its letter, drawn before the transaction. */
  number: string;
}): Promise<PerformanceDocument> {
  const { app, session, now, actor, appeal, effect, number } = input;
  const { kind, period, subjectId, indicator, fact } = appeal;
  const latest = (await readRevisions(app, kind, period)).at(-1);
  if (latest === undefined) throw new AppError('notFound');
  const adjustments = [
    ...latest.adjustments,
    { subjectId, indicator, key: fact.key, effect, appealId: appeal._id },
  ];
  const id = newId();
  const scores = await scoreAnew({ app, latest, subjectId, adjustments, id });
  const next: PerformanceDocument = {
    ...latest,
    _id: id,
    revision: latest.revision + 1,
    at: now,
    by: asAuthor(actor),
    adjustments,
    hash: '',
    prevHash: latest.hash,
  };
  next.hash = hashResult(next, scores);
  await app.models.performances.insertMany([next], { session });
  await app.models.performanceScores.insertMany(scores, { session });
  const issuerId = actor.department.id;
  await oweEvaluationLetter({ app, session, performance: next, scores, number, issuerId });
  return next;
}

async function scoreAnew(options: {
  app: AppContext;
  latest: PerformanceDocument;
  subjectId: string;
  adjustments: readonly Adjustment[];
  id: string;
}): Promise<PerformanceScoreDocument[]> {
  const { app, latest, subjectId, adjustments, id } = options;
  const { kind, setting, period, factsOf } = latest;
  const scheme = schemeOf(kind);
  const facts = await readAdjusted(app, factsOf, subjectId, adjustments);
  const before = await readScores(app, latest._id);
  const anew = before.map((line) =>
    line.subjectId === subjectId
      ? {
          ...line,
          ...scoreSubject(scheme.indicators, setting, facts, spanOf(period).months),
          base: facts[scheme.base]?.length ?? 0,
        }
      : line,
  );
  const ranks = rankSubjects(anew, setting.minimum);
  return anew.map((line) => {
    const { before: _earlier, unranked: _reason, ...rest } = line;
    const old = before.find((one) => one.subjectId === line.subjectId);
    const rank = ranks.get(line.subjectId);
    const next = { ...rest, ...rank, _id: newId(), performanceId: id } as PerformanceScoreDocument;
    if (old !== undefined && (old.score !== next.score || old.rank !== next.rank))
      next.before = { score: old.score, rank: old.rank };
    return next;
  });
}

/** The frozen facts of a subject, less what appeals have changed. */
async function readAdjusted(
  app: AppContext,
  performanceId: string,
  subjectId: string,
  adjustments: readonly Adjustment[],
): Promise<FactSet> {
  const frozen = await readFrozenFacts(app, performanceId, subjectId);
  const own = adjustments.filter((one) => one.subjectId === subjectId);
  return Object.fromEntries(
    Object.entries(frozen).map(([id, of]) => [
      id,
      adjusted(
        of,
        own.filter(({ indicator }) => indicator === id),
      ),
    ]),
  );
}
