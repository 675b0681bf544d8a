import { isEngineError } from '@onewindow/engine';
import type { AppContext } from '../app/appContext.ts';
import { reconcilerFindings } from '../http/metrics.ts';
import { eachByItself } from './eachByItself.ts';

/** Incidents looked at in one run. */
const batch = 500;

/**
 * Work of a worker whose attempts are used up, for example because the store was away for longer than they lasted, gets
 * one more attempt each run, so that no case waits for an operator once the cause is gone. Workers are idempotent.
 */
export async function retryFailedWork(app: AppContext): Promise<void> {
  const incidents = await app.engine.listIncidents(
    { incidentType: 'failedExternalTask' },
    { maxResults: batch },
  );
  await eachByItself({
    app,
    part: 'failedWork',
    items: incidents.filter(({ tenantId }) => tenantId === app.tenant),
    idOf: ({ id }) => id,
    work: async ({ configuration: taskId, activityId, incidentMessage }) => {
      if (taskId === null) return;
      reconcilerFindings.inc({ kind: 'failedWork' });
      app.log.error({ taskId, activityId, incidentMessage }, 'failed work of a worker is tried once more');
      await app.engine.setExternalTaskRetries(taskId, 1).catch((error: unknown) => {
        if (!isEngineError(error, 'engineNotFound')) throw error;
      });
    },
  });
}
