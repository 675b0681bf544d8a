import { postQuery } from './postQuery.ts';
import type { Transport } from './transport.ts';
import type {
  ActivityCount,
  EngineInstant,
  HistoricActivityInstance,
  HistoricDecision,
  HistoricDetail,
  HistoricProcessInstance,
  HistoricProcessInstanceQuery,
  HistoricTask,
  HistoricTaskQuery,
  HistoricVariable,
  Page,
} from './types.ts';

/** Queries of the engine's history. `…After` is inclusive, to the millisecond. */
export function historyCalls(transport: Transport) {
  const { send } = transport;
  return {
    listHistoricTasks: postQuery<HistoricTaskQuery, HistoricTask>(transport, '/history/task'),
    listHistoricInstances: postQuery<HistoricProcessInstanceQuery, HistoricProcessInstance>(
      transport,
      '/history/process-instance',
    ),
    async getHistoricInstance(id: string): Promise<HistoricProcessInstance> {
      return (await send(
        'GET',
        `/history/process-instance/${encodeURIComponent(id)}`,
      )) as HistoricProcessInstance;
    },
    async listHistoricActivities(query: {
      processInstanceId?: string;
      activityType?: string;
      activityId?: string;
      startedAfter?: EngineInstant;
      finishedAfter?: EngineInstant;
    }): Promise<HistoricActivityInstance[]> {
      // What begins in one transaction has the same start time: the engine's own counter tells it apart.
      const sorting = ['startTime', 'occurrence'].map((sortBy) => ({ sortBy, sortOrder: 'asc' }));
      const json = { ...query, sorting };
      return (await send('POST', '/history/activity-instance', { json })) as HistoricActivityInstance[];
    },
    /** How often each activity of a process definition was passed and is at work now; those never reached are left out. */
    async countActivities(processDefinitionId: string): Promise<ActivityCount[]> {
      const path = `/history/process-definition/${encodeURIComponent(processDefinitionId)}/statistics`;
      return (await send('GET', path, {
        query: { finished: true, canceled: true, incidents: true },
      })) as ActivityCount[];
    },
    /** Activities of a process definition that have ended, the latest first. */
    async listFinishedActivities(
      query: { processDefinitionId: string },
      { firstResult, maxResults }: Page = {},
    ): Promise<HistoricActivityInstance[]> {
      const sorting = [{ sortBy: 'endTime', sortOrder: 'desc' }];
      const json = { ...query, finished: true, sorting };
      return (await send('POST', '/history/activity-instance', {
        query: { firstResult, maxResults },
        json,
      })) as HistoricActivityInstance[];
    },
    /** The decisions that a process took, each with the rules that matched. */
    async listHistoricDecisions(query: { processInstanceId: string }): Promise<HistoricDecision[]> {
      return (await send('GET', '/history/decision-instance', {
        query: {
          ...query,
          includeInputs: true,
          includeOutputs: true,
          disableCustomObjectDeserialization: true,
        },
      })) as HistoricDecision[];
    },
    /** Every value that variables were given, oldest first. */
    async listHistoricDetails(query: {
      processInstanceId?: string;
      activityInstanceId?: string;
      taskId?: string;
    }): Promise<HistoricDetail[]> {
      const filter = {
        ...query,
        variableUpdates: true,
        deserializeValues: false,
        sortBy: 'time',
        sortOrder: 'asc',
      };
      return (await send('GET', '/history/detail', { query: filter })) as HistoricDetail[];
    },
    /** Last values of variables, also of ended instances. */
    async listHistoricVariables(query: {
      processInstanceId?: string;
      variableName?: string;
      taskIdIn?: string[];
    }): Promise<HistoricVariable[]> {
      return (await send('POST', '/history/variable-instance', {
        query: { deserializeValues: false },
        json: query,
      })) as HistoricVariable[];
    },
  };
}
