import type { LibraryTask } from 'camunda-external-task-client-js';
import { plain, type Variables } from '../client/variables.ts';

/** A piece of work that the process waits for. */
export type ExternalTask = {
  id: string;
  topic: string;
  activityId: string;
  activityInstanceId: string;
  executionId: string;
  processInstanceId: string;
  processDefinitionId: string;
  businessKey: string | null;
  tenant: string | null;
  /** Attempts left; null before the first failure. */
  retries: number | null;
  variables: Variables;
  /** `camunda:property` entries of the activity. */
  properties: Record<string, string>;
};

export function toExternalTask(task: LibraryTask): ExternalTask {
  const { id, activityId, activityInstanceId, executionId, processInstanceId, processDefinitionId } = task;
  const variables = Object.entries(task.variables.getAll()).map(([name, value]) => [name, plain(value)]);
  return {
    id,
    activityId,
    activityInstanceId,
    executionId,
    processInstanceId,
    processDefinitionId,
    topic: task.topicName,
    businessKey: task.businessKey ?? null,
    tenant: task.tenantId ?? null,
    retries: task.retries ?? null,
    variables: Object.fromEntries(variables),
    properties: task.extensionProperties ?? {},
  };
}

/** Thrown by a handler to raise a BPMN error that the process catches at a boundary event. */
export class BpmnError extends Error {
  constructor(
    readonly errorCode: string,
    message: string,
    readonly variables: Variables = {},
  ) {
    super(message);
  }
}
