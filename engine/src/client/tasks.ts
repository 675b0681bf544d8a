import { postQuery } from './postQuery.ts';
import type { Transport } from './transport.ts';
import type { EngineTask, TaskQuery } from './types.ts';
import { fromTypedVariables, toTypedVariables, type Variables } from './variables.ts';

/** User tasks. Commands here are the raw REST calls; the idempotent ones are in ../commands. */
export function taskCalls(transport: Transport) {
  const { send } = transport;
  const at = (id: string, rest = '') => `/task/${encodeURIComponent(id)}${rest}`;
  return {
    async getTask(id: string): Promise<EngineTask> {
      return (await send('GET', at(id))) as EngineTask;
    },
    listTasks: postQuery<TaskQuery, EngineTask>(transport, '/task'),
    async countTasks(query: TaskQuery): Promise<number> {
      const { sorting: _, ...filter } = query;
      return ((await send('POST', '/task/count', { json: filter })) as { count: number }).count;
    },
    async claim(id: string, userId: string): Promise<void> {
      await send('POST', at(id, '/claim'), { json: { userId } });
    },
    async unclaim(id: string): Promise<void> {
      await send('POST', at(id, '/unclaim'), { json: {} });
    },
    async setAssignee(id: string, userId: string | null): Promise<void> {
      await send('POST', at(id, '/assignee'), { json: { userId } });
    },
    async complete(id: string, variables: Variables = {}): Promise<void> {
      await send('POST', at(id, '/complete'), { json: { variables: toTypedVariables(variables) } });
    },
    async getTaskLocalVariables(id: string): Promise<Variables> {
      return fromTypedVariables(
        (await send('GET', at(id, '/localVariables'))) as Record<string, { value?: unknown }>,
      );
    },
    async setTaskLocalVariables(id: string, variables: Variables): Promise<void> {
      await send('POST', at(id, '/localVariables'), { json: { modifications: toTypedVariables(variables) } });
    },
    async getTaskVariables(id: string): Promise<Variables> {
      return fromTypedVariables(
        (await send('GET', at(id, '/variables'))) as Record<string, { value?: unknown }>,
      );
    },
    /** Candidate groups of a task: here `tenant:department:role`. */
    async getCandidateGroups(id: string): Promise<string[]> {
      const links = (await send('GET', at(id, '/identity-links'), { query: { type: 'candidate' } })) as {
        groupId: string | null;
      }[];
      return links.flatMap(({ groupId }) => groupId ?? []);
    },
    async addCandidateGroup(id: string, groupId: string): Promise<void> {
      await send('POST', at(id, '/identity-links'), { json: { groupId, type: 'candidate' } });
    },
    async removeCandidateGroup(id: string, groupId: string): Promise<void> {
      await send('POST', at(id, '/identity-links/delete'), { json: { groupId, type: 'candidate' } });
    },
  };
}
