import { isEngineError } from '@onewindow/engine';
import type { AppContext } from '../app/appContext.ts';
import { recordSecurityEvent } from '../audit/recordSecurityEvent.ts';
import { changeCase } from '../cases/changeCase.ts';
import { AppError } from '../errors/appError.ts';
import { type Actor, asEventActor } from '../identity/actor.ts';
import { isRetriable, type RetriableIncident } from './listIncidents.ts';

/**
 * Gives the failed work or job behind an incident one more attempt; the engine ends the incident and hands the work out
 * again. Recorded in the case's audit (in the security events where no case belongs to it) before the engine is asked.
 * Throws AppError `notFound` when there is no such incident (any more), `engineAway`.
 */
export async function retryIncident(input: {
  app: AppContext;
  actor: Actor;
  incidentId: string;
}): Promise<void> {
  const { app, actor, incidentId } = input;
  const [incident] = await app.engine.listIncidents({ incidentId });
  if (incident === undefined || !isRetriable(app, incident)) throw new AppError('notFound');
  await record(app, actor, incident);
  try {
    if (incident.incidentType === 'failedExternalTask')
      await app.engine.setExternalTaskRetries(incident.configuration, 1);
    else await app.engine.setJobRetries(incident.configuration, 1);
  } catch (error) {
    if (isEngineError(error, 'engineNotFound')) throw new AppError('notFound', { cause: error });
    throw error;
  }
}

async function record(app: AppContext, actor: Actor, incident: RetriableIncident): Promise<void> {
  const details = { activity: incident.failedActivityId ?? incident.activityId, incident: incident.id };
  const subject = await app.models.cases
    .findOne({ tenant: app.tenant, 'engine.processInstanceId': incident.processInstanceId }, { _id: 1 })
    .lean();
  if (subject === null)
    return recordSecurityEvent({ app, type: 'workRetried', actor: asEventActor(actor), details });
  await changeCase({
    app,
    caseId: subject._id,
    actor: asEventActor(actor),
    work: (change) => change.event('workRetried', details),
  });
}
