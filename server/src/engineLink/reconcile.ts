import { isEngineError } from '@onewindow/engine';
import { trusted } from 'mongoose';
import type { AppContext } from '../app/appContext.ts';
import { reconcilerFindings } from '../http/metrics.ts';
import { refreshCase } from './refreshCase.ts';

/** Cases looked at in one run. */
const batch = 500;

/**
 * Compares store and engine: running cases whose engine state is behind, cases that should have started, deployments
 * that no version owns. Repairs what it can, raises an alarm for the rest, counts all in metrics.
 */
export async function reconcile(app: AppContext): Promise<void> {
  await compareRunningCases(app);
  await alarmStuckStarts(app);
  await retryFailedWork(app);
  await removeOrphanDeployments(app);
}

async function compareRunningCases(app: AppContext): Promise<void> {
  let after = '';
  for (;;) {
    const running = await app.models.cases
      .find(
        { tenant: app.tenant, 'engine.state': 'started', _id: trusted({ $gt: after }) },
        { _id: 1, engine: 1 },
      )
      .sort({ _id: 1 })
      .limit(batch)
      .lean();
    for (const subject of running) {
      const instance = subject.engine.processInstanceId;
      if (instance === undefined) continue;
      const pending = await app.models.outbox.countDocuments({
        tenant: app.tenant,
        stream: `${subject._id}:engine`,
        state: 'pending',
      });
      if (pending > 0) continue;
      const repaired = await refreshCase({
        app,
        caseId: subject._id,
        processInstanceId: instance,
        actorName: 'reconciler',
      });
      if (repaired !== undefined) {
        reconcilerFindings.inc({ kind: 'taskView' });
        app.log.warn({ caseId: subject._id }, 'reconciler repaired the task view of a case');
      }
    }
    const last = running.at(-1);
    if (last === undefined || running.length < batch) return;
    after = last._id;
  }
}

async function alarmStuckStarts(app: AppContext): Promise<void> {
  const parked = await app.models.outbox.find({ tenant: app.tenant, state: 'parked' }).limit(100).lean();
  for (const entry of parked) {
    reconcilerFindings.inc({ kind: 'parkedStream' });
    app.log.error(
      { entry: entry._id, caseId: entry.caseId, type: entry.type, err: entry.lastError },
      'parked outbox stream',
    );
  }
}

/**
 * Work of a worker whose attempts are used up, for example because the store was away for longer than they lasted, gets
 * one more attempt each run, so that no case waits for an operator once the cause is gone. Workers are idempotent.
 */
async function retryFailedWork(app: AppContext): Promise<void> {
  const incidents = await app.engine.listIncidents(
    { incidentType: 'failedExternalTask' },
    { maxResults: batch },
  );
  for (const { tenantId, configuration: taskId, activityId, incidentMessage } of incidents) {
    if (tenantId !== app.tenant || taskId === null) continue;
    reconcilerFindings.inc({ kind: 'failedWork' });
    app.log.error({ taskId, activityId, incidentMessage }, 'failed work of a worker is tried once more');
    await app.engine.setExternalTaskRetries(taskId, 1).catch((error: unknown) => {
      if (!isEngineError(error, 'engineNotFound')) throw error;
    });
  }
}

async function removeOrphanDeployments(app: AppContext): Promise<void> {
  const young = app.time.now().getTime() - 10 * 60_000;
  const deployments = await app.engine.listDeployments({ source: 'onewindow', tenantIdIn: app.tenant });
  for (const deployment of deployments) {
    if (new Date(deployment.deploymentTime).getTime() > young) continue;
    const owner = await app.models.packVersions
      .findOne({ tenant: app.tenant, deploymentId: deployment.id }, { _id: 1 })
      .lean();
    if (owner !== null) continue;
    await app.engine.deleteDeployment(deployment.id);
    reconcilerFindings.inc({ kind: 'orphanDeployment' });
    app.log.warn({ deployment: deployment.id }, 'reconciler removed an orphan deployment');
  }
}
