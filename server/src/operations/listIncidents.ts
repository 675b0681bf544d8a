import type { EngineIncident } from '@onewindow/engine';
import { trusted } from 'mongoose';
import type { AppContext } from '../app/appContext.ts';
import type { Text } from '../errors/appError.ts';

export interface IncidentView {
  id: string;
  /** `work`: a worker's attempts are used up; `job`: a timer or asynchronous step of the engine failed. */
  kind: 'work' | 'job';
  caseId: string | null;
  caseNo: string | null;
  itemName: Text | null;
  activity: string;
  message: string | null;
  at: string;
}

/** Incident types of the engine that a new attempt can end. */
export const retriable = { failedExternalTask: 'work', failedJob: 'job' } as const;

export type RetriableIncident = EngineIncident & {
  incidentType: keyof typeof retriable;
  configuration: string;
};

export function isRetriable(app: AppContext, incident: EngineIncident): incident is RetriableIncident {
  return (
    incident.tenantId === app.tenant && incident.configuration !== null && incident.incidentType in retriable
  );
}

/**
 * Where processes are stuck: every incident of this tenant that can be tried again, or of one version of a pack, oldest
 * first. Throws EngineError; AppError `itemUnknown`.
 */
export async function listIncidents(
  app: AppContext,
  { packCode, version }: { packCode?: string | undefined; version?: number | undefined } = {},
): Promise<{ items: IncidentView[] }> {
  const loaded =
    packCode === undefined
      ? undefined
      : await (version === undefined ? app.packs.live(packCode) : app.packs.version(packCode, version));
  const query = loaded === undefined ? {} : { processDefinitionId: loaded.definitionId };
  const incidents = (await app.engine.listIncidents(query, { maxResults: 500 })).filter((incident) =>
    isRetriable(app, incident),
  );
  const instances = [...new Set(incidents.map(({ processInstanceId }) => processInstanceId))];
  const cases = await app.models.cases
    .find(
      { tenant: app.tenant, 'engine.processInstanceId': trusted({ $in: instances }) },
      { caseNo: 1, itemName: 1, engine: 1 },
    )
    .lean();
  const byInstance = new Map(cases.map((subject) => [subject.engine.processInstanceId, subject]));
  return {
    items: incidents.map((incident) => {
      const subject = byInstance.get(incident.processInstanceId);
      return {
        id: incident.id,
        kind: retriable[incident.incidentType],
        caseId: subject?._id ?? null,
        caseNo: subject?.caseNo ?? null,
        itemName: subject?.itemName ?? null,
        activity: incident.failedActivityId ?? incident.activityId,
        message: incident.incidentMessage,
        at: new Date(incident.incidentTimestamp).toISOString(),
      };
    }),
  };
}
