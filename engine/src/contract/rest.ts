import { createEngineClient } from '../client/createEngineClient.ts';
import { EngineError } from '../client/engineError.ts';
import { createTransport } from '../client/transport.ts';
import { connectionOfStack, unique } from '../engineOfStack.ts';

/** The client on the engine of the test run. */
export const client = createEngineClient(connectionOfStack());

/** REST calls that the client has no name for. */
export const { send } = createTransport(connectionOfStack());

/** What a call was refused with. Throws when it was not refused by the engine. */
export async function refusalOf(call: Promise<unknown>): Promise<EngineError> {
  const error = await call.then(
    () => new Error('it was not refused'),
    (failure: unknown) => failure,
  );
  if (error instanceof EngineError) return error;
  throw error;
}

/** Deploys files for a tenant of its own and tells the definitions by key. */
export async function deployFiles(files: Record<string, string>, tenant = unique('t')) {
  const deployed = await client.deploy({
    name: unique('contract'),
    tenant,
    files: Object.entries(files).map(([path, content]) => ({ path, content })),
  });
  return { ...deployed, tenant };
}

/** Starts the process of a key in a deployment. */
export async function start(
  deployed: { processDefinitionIds: Record<string, string> },
  key: string,
  variables: Record<string, string | number | boolean | null> = {},
): Promise<string> {
  const definitionId = deployed.processDefinitionIds[key];
  if (definitionId === undefined) throw new Error(`${key} was not deployed`);
  return (await client.startProcess(definitionId, { businessKey: unique('case'), variables })).id;
}

/** The one open task of an instance. Throws when there are none or several. */
export async function onlyTask(processInstanceId: string) {
  const tasks = await client.listTasks({ processInstanceId });
  const [task] = tasks;
  if (task === undefined || tasks.length > 1) throw new Error(`${tasks.length} open tasks`);
  return task;
}

/** Keys of the open tasks of an instance, in order of name. */
export async function openSteps(processInstanceId: string): Promise<string[]> {
  const tasks = await client.listTasks({ processInstanceId });
  return tasks.map(({ taskDefinitionKey }) => taskDefinitionKey).sort();
}

/** Whether an instance has ended, by its history. */
export async function stateOf(processInstanceId: string): Promise<string> {
  return (await client.getHistoricInstance(processInstanceId)).state;
}
