import type { AppContext } from '../../app/appContext.ts';
import type { Actor } from '../../identity/actor.ts';
import { mayRead } from '../mayRead.ts';
import type { PerformanceDocument, PerformanceScoreDocument } from '../model.ts';

/** Whether there is such a score and the person may see it: then also the papers of appeals against it. */
export async function mayReadScore(app: AppContext, actor: Actor, scoreId: string): Promise<boolean> {
  const { tenant, models } = app;
  const score = (await models.performanceScores
    .findOne({ _id: scoreId, tenant })
    .lean()) as PerformanceScoreDocument | null;
  if (score === null) return false;
  const performance = (await models.performances
    .findOne({ _id: score.performanceId, tenant })
    .lean()) as PerformanceDocument | null;
  return performance !== null && mayRead(app, actor, { kind: performance.kind, ...score });
}
