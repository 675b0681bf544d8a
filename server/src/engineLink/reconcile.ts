import type { AppContext } from '../app/appContext.ts';
import { reconcilerFindings } from '../http/metrics.ts';
import { checkFigures } from '../supervision/counters/checkFigures.ts';
import { eachByItself } from './eachByItself.ts';
import { reconcileCases } from './reconcileCases.ts';
import { removeOrphanDeployments } from './removeOrphanDeployments.ts';
import { retryFailedWork } from './retryFailedWork.ts';

const parts: Readonly<Record<string, (app: AppContext) => Promise<unknown>>> = {
  cases: reconcileCases,
  parkedStreams: alarmParkedStreams,
  failedWork: retryFailedWork,
  deployments: removeOrphanDeployments,
  boardFigures: checkFigures,
};

/**
 * Compares store and engine: running cases whose engine state is behind or lost, streams that stand still, work that used
 * up its attempts, deployments that no version owns, figures of the board that a recount finds otherwise. Repairs what it
 * can, raises an alarm for the rest, counts all in metrics. A case or deployment that cannot be handled keeps no other from its repair.
 * Throws EngineError `engineAway`.
 */
export async function reconcile(app: AppContext): Promise<void> {
  await eachByItself({
    app,
    part: 'run',
    items: Object.entries(parts),
    idOf: ([name]) => name,
    work: ([, part]) => part(app),
  });
}

async function alarmParkedStreams(app: AppContext): Promise<void> {
  const parked = await app.models.outbox.find({ tenant: app.tenant, state: 'parked' }).limit(100).lean();
  for (const entry of parked) {
    reconcilerFindings.inc({ kind: 'parkedStream' });
    app.log.error(
      { entry: entry._id, caseId: entry.caseId, type: entry.type, err: entry.lastError },
      'parked outbox stream',
    );
  }
}
