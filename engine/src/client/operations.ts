import { postQuery } from './postQuery.ts';
import type { Transport } from './transport.ts';
import type {
  EngineExternalTask,
  EngineIncident,
  EngineInstant,
  EngineJob,
  EngineJobDefinition,
  Page,
} from './types.ts';

type JobQuery = {
  processInstanceId?: string;
  timers?: boolean;
  messages?: boolean;
  noRetriesLeft?: boolean;
  executable?: boolean;
  activityId?: string;
};

type ExternalTaskQuery = {
  processInstanceId?: string;
  topicName?: string;
  workerId?: string;
  locked?: boolean;
  noRetriesLeft?: boolean;
};

/** Jobs, incidents, external tasks and the engine itself. */
export function operationCalls(transport: Transport) {
  const { send } = transport;
  return {
    listJobs: postQuery<JobQuery, EngineJob>(transport, '/job'),
    /** Runs a job now, whatever its due date: how rehearsal and simulation fire timers. */
    async executeJob(id: string): Promise<void> {
      await send('POST', `/job/${encodeURIComponent(id)}/execute`, { json: {} });
    },
    /** Reckons a timer's due date anew from its expression and the variables as they are now. Throws `engineNotFound`. */
    async recalculateJob(id: string): Promise<void> {
      await send('POST', `/job/${encodeURIComponent(id)}/duedate/recalculate`, {
        query: { creationDateBased: false },
      });
    },
    /** Kinds of jobs of a process definition, timers among them. */
    async listJobDefinitions(processDefinitionId: string): Promise<EngineJobDefinition[]> {
      return (await send('GET', '/job-definition', {
        query: { processDefinitionId },
      })) as EngineJobDefinition[];
    },
    /** From now on no job of the definition runs by itself, those to come included; `executeJob` still runs them. */
    async suspendJobs(processDefinitionId: string): Promise<void> {
      await send('PUT', '/job-definition/suspended', {
        json: { processDefinitionId, suspended: true, includeJobs: true },
      });
    },
    /** Takes `suspendJobs` back: what is due by the engine's own clock runs at once. */
    async resumeJobs(processDefinitionId: string): Promise<void> {
      await send('PUT', '/job-definition/suspended', {
        json: { processDefinitionId, suspended: false, includeJobs: true },
      });
    },
    async setJobRetries(id: string, retries: number): Promise<void> {
      await send('PUT', `/job/${encodeURIComponent(id)}/retries`, { json: { retries } });
    },
    async listIncidents(
      query: {
        incidentId?: string;
        processInstanceId?: string;
        processDefinitionId?: string;
        incidentType?: string;
        incidentTimestampAfter?: EngineInstant;
      } = {},
      page: Page = {},
    ): Promise<EngineIncident[]> {
      const filter = { ...query, ...page, sortBy: 'incidentTimestamp', sortOrder: 'asc' };
      return (await send('GET', '/incident', { query: filter })) as EngineIncident[];
    },
    listExternalTasks: postQuery<ExternalTaskQuery, EngineExternalTask>(transport, '/external-task'),
    /** Gives a failed external task new attempts; ends its incident. */
    async setExternalTaskRetries(id: string, retries: number): Promise<void> {
      await send('PUT', `/external-task/${encodeURIComponent(id)}/retries`, { json: { retries } });
    },
    async unlockExternalTask(id: string): Promise<void> {
      await send('POST', `/external-task/${encodeURIComponent(id)}/unlock`, { json: {} });
    },
    /** Version of the engine. Throws EngineError `engineAway` when it does not answer. */
    async getVersion(): Promise<string> {
      return ((await send('GET', '/version')) as { version: string }).version;
    },
    /** Whether the engine answers and takes our credentials; never throws. */
    async isHealthy(): Promise<boolean> {
      try {
        await send('GET', '/version');
        return true;
      } catch {
        return false;
      }
    },
  };
}
