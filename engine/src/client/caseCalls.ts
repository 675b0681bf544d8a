import { isEngineError } from './engineError.ts';
import type { Transport } from './transport.ts';
import type { EngineInstant } from './types.ts';
import { toTypedVariables, type Variables } from './variables.ts';

/** An open user task with what routes it. */
export type OpenTask = {
  id: string;
  taskDefinitionKey: string;
  processInstanceId: string;
  assignee: string | null;
  candidateGroups: string[];
  due: EngineInstant | null;
  followUp: EngineInstant | null;
};

/** Dates of a user task as ISO 8601 instants in UTC; null where none runs. */
export type TaskDates = { due: string | null; followUp: string | null };
/** By task definition key, for the tasks that a command brings into being. */
export type DatesByStep = Readonly<Record<string, TaskDates>>;

/** A process instance as it is now: ended, or with these open user tasks (none while it waits otherwise). */
export type InstanceState = { id: string; ended: boolean; tasks: OpenTask[] };

/** An entry of EngineChanges: ids and time, and what the list says in `detail`. */
export type EngineChange = {
  id: string;
  processInstanceId: string;
  at: EngineInstant;
  detail: string | null;
  activityId: string | null;
  message: string | null;
};

/** What changed since an instant, each list by time; null where it may have been cut at the limit. */
export type EngineChanges = {
  /** The engine's time before the first list was read. */
  readAt: EngineInstant;
  /** User tasks; `detail` is the assignee. */
  created: EngineChange[] | null;
  /** Open user tasks that were changed; `detail` is the assignee. */
  updated: EngineChange[] | null;
  /** User tasks; `detail` is the reason, `completed` or another. */
  ended: EngineChange[] | null;
  /** Process instances; `detail` is their state. */
  finished: EngineChange[] | null;
  /** Open incidents; `detail` is the type. */
  incidents: EngineChange[] | null;
};

/**
 * Calls that our engine answers beside the standard REST API (`cn.onewindow.engine.cases`), each sparing several
 * requests. Any other engine has none of them: the calls then resolve to undefined and the caller goes the standard way.
 */
export function caseCalls({ send }: Transport) {
  let missing = false;
  const post = async (path: string, json: unknown): Promise<unknown> => {
    if (missing) return undefined;
    try {
      return await send('POST', `/onewindow${path}`, { json });
    } catch (error) {
      // a resource of ours that refuses names an exception; a path that nobody serves does not
      if (!isEngineError(error, 'engineNotFound') || error.type !== 'Unknown') throw error;
      missing = true;
      return undefined;
    }
  };
  const id = (text: string) => encodeURIComponent(text);
  return {
    /** Starts an instance and tells its tasks. Throws EngineError as `startProcess` does. */
    async startAndRead(
      definitionId: string,
      { businessKey, variables, dates }: { businessKey: string; variables: Variables; dates?: DatesByStep },
    ): Promise<InstanceState | undefined> {
      const json = { businessKey, variables: toTypedVariables(variables), dates };
      return (await post(`/process-definition/${id(definitionId)}/start`, json)) as InstanceState | undefined;
    },
    /** Completes a task and tells what is open then. Throws EngineError as `complete` does. */
    async completeAndRead(
      taskId: string,
      variables: Variables,
      dates?: DatesByStep,
    ): Promise<InstanceState | undefined> {
      const json = { variables: toTypedVariables(variables), dates };
      return (await post(`/task/${id(taskId)}/complete`, json)) as InstanceState | undefined;
    },
    /** Sets the dates of open tasks by id, and nothing else of them; tells which were not so before. */
    async setTaskDates(tasks: Readonly<Record<string, TaskDates>>): Promise<string[] | undefined> {
      return (await post('/task/dates', { tasks })) as string[] | undefined;
    },
    /** Instances as they are now, 200 at most; one that does not run is told as ended. */
    async readStates(ids: readonly string[]): Promise<InstanceState[] | undefined> {
      return (await post('/process-instance/states', { ids })) as InstanceState[] | undefined;
    },
    /** At most `limit` (2,000 at most) entries of each kind at or after `since`. */
    async readChanges(request: {
      since: EngineInstant;
      tenant: string;
      limit: number;
    }): Promise<EngineChanges | undefined> {
      return (await post('/changes', request)) as EngineChanges | undefined;
    },
  };
}
