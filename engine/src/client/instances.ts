import { postQuery } from './postQuery.ts';
import type { Transport } from './transport.ts';
import type {
  ActivityInstanceTree,
  EngineExecution,
  MessageSubscription,
  ProcessInstance,
  ProcessInstanceQuery,
} from './types.ts';
import { fromTypedVariables, toTypedVariables, type Variables } from './variables.ts';

/** Process instances and executions. */
export function instanceCalls(transport: Transport) {
  const { send } = transport;
  const at = (id: string, rest = '') => `/process-instance/${encodeURIComponent(id)}${rest}`;
  return {
    async startProcess(
      definitionId: string,
      { businessKey, variables = {} }: { businessKey: string; variables?: Variables },
    ): Promise<ProcessInstance> {
      const path = `/process-definition/${encodeURIComponent(definitionId)}/start`;
      return (await send('POST', path, {
        json: { businessKey, variables: toTypedVariables(variables) },
      })) as ProcessInstance;
    },
    async getInstance(id: string): Promise<ProcessInstance> {
      return (await send('GET', at(id))) as ProcessInstance;
    },
    listInstances: postQuery<ProcessInstanceQuery, ProcessInstance>(transport, '/process-instance'),
    async countInstances(query: ProcessInstanceQuery): Promise<number> {
      return ((await send('POST', '/process-instance/count', { json: query })) as { count: number }).count;
    },
    async deleteInstance(id: string): Promise<void> {
      await send('DELETE', at(id), { query: { skipCustomListeners: true, skipIoMappings: true } });
    },
    async suspendInstance(id: string, suspended: boolean): Promise<void> {
      await send('PUT', at(id, '/suspended'), { json: { suspended } });
    },
    async getVariables(id: string): Promise<Variables> {
      return fromTypedVariables(
        (await send('GET', at(id, '/variables'))) as Record<string, { value?: unknown }>,
      );
    },
    async setVariables(id: string, variables: Variables): Promise<void> {
      await send('POST', at(id, '/variables'), { json: { modifications: toTypedVariables(variables) } });
    },
    async getActivityInstances(id: string): Promise<ActivityInstanceTree> {
      return (await send('GET', at(id, '/activity-instances'))) as ActivityInstanceTree;
    },
    /**
     * Moves the tokens of an instance in one transaction: first puts one before an activity, with variables of the
     * process, then takes others away. Throws EngineError; the instance is unchanged then.
     */
    async modifyInstance(
      id: string,
      move: {
        startBefore: string;
        variables: Variables;
        /** Activity instances that end. */
        cancel: readonly string[];
        /** Transitions that have not arrived yet (asynchronous continuations), which end as well. */
        cancelTransitions: readonly string[];
      },
    ): Promise<void> {
      const start = {
        type: 'startBeforeActivity',
        activityId: move.startBefore,
        variables: Object.fromEntries(
          Object.entries(toTypedVariables(move.variables)).map(([name, typed]) => [
            name,
            { ...typed, local: false },
          ]),
        ),
      };
      await send('POST', at(id, '/modification'), {
        json: {
          skipCustomListeners: true,
          skipIoMappings: false,
          instructions: [
            start,
            ...move.cancel.map((activityInstanceId) => ({ type: 'cancel', activityInstanceId })),
            ...move.cancelTransitions.map((transitionInstanceId) => ({
              type: 'cancel',
              transitionInstanceId,
            })),
          ],
        },
      });
    },
    async listExecutions(query: {
      processInstanceId?: string;
      messageEventSubscriptionName?: string;
      activityId?: string;
    }): Promise<EngineExecution[]> {
      return (await send('GET', '/execution', { query })) as EngineExecution[];
    },
    /** Executions of an instance that wait for a message, with its name: what a case records to trigger it later. */
    async listMessageSubscriptions(processInstanceId: string): Promise<MessageSubscription[]> {
      const query = { processInstanceId, eventType: 'message' };
      return (await send('GET', '/event-subscription', { query })) as MessageSubscription[];
    },
    async triggerMessageSubscription(
      executionId: string,
      messageName: string,
      variables: Variables = {},
    ): Promise<void> {
      const path = `/execution/${encodeURIComponent(executionId)}/messageSubscriptions/${encodeURIComponent(messageName)}/trigger`;
      await send('POST', path, { json: { variables: toTypedVariables(variables) } });
    },
  };
}
