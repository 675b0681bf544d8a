import { randomBytes } from 'node:crypto';
import { createEngineClient, type EngineClient } from './client/createEngineClient.ts';
import type { EngineConnection } from './client/transport.ts';

/** The engine that the test runner has started: ENGINE_URL, ENGINE_USER, ENGINE_PASSWORD. Throws when they are missing. */
export function connectionOfStack(): EngineConnection {
  const { ENGINE_URL: url, ENGINE_USER: user, ENGINE_PASSWORD: password } = process.env;
  if (!url || !user || !password) throw new Error('ENGINE_URL, ENGINE_USER and ENGINE_PASSWORD are needed');
  // what is slow on a loaded machine is no answer about the engine
  return { url, user, password, timeoutMs: 60_000 };
}

/** A text that no other test uses: for tenants, keys and topics. */
export const unique = (prefix: string) => `${prefix}${randomBytes(5).toString('hex')}`;

type TestProcess = { key: string; topic?: string };

/** User task, then a message or timer if asked for, then an external task. */
export function processXml({ key, body }: { key: string; body: string }): string {
  return `<?xml version="1.0" encoding="UTF-8"?>
<bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"
  xmlns:camunda="http://camunda.org/schema/1.0/bpmn" targetNamespace="urn:onewindow">
<bpmn:message id="answer" name="answer"/>
<bpmn:process id="${key}" isExecutable="true">${body}</bpmn:process></bpmn:definitions>`;
}

const flow = (from: string, to: string) =>
  `<bpmn:sequenceFlow id="${from}_${to}" sourceRef="${from}" targetRef="${to}"/>`;

/** start → review (user task) → issue (external task, when a topic is given) → end. */
export function reviewProcess({ key, topic }: TestProcess): string {
  const task =
    '<bpmn:userTask id="review" name="审查" camunda:candidateGroups="${tenant}:${department}:approver"/>';
  const issue =
    topic === undefined
      ? ''
      : `<bpmn:serviceTask id="issue" camunda:type="external" camunda:topic="${topic}"/>`;
  const flows = topic === undefined ? flow('review', 'end') : flow('review', 'issue') + flow('issue', 'end');
  return processXml({
    key,
    body: `<bpmn:startEvent id="start"/>${flow('start', 'review')}${task}${issue}${flows}<bpmn:endEvent id="end"/>`,
  });
}

/** start → waiting for the message `answer` → review (user task) → end. */
export function waitingProcess(key: string): string {
  const wait =
    '<bpmn:intermediateCatchEvent id="wait"><bpmn:messageEventDefinition messageRef="answer"/></bpmn:intermediateCatchEvent>';
  const task = '<bpmn:userTask id="review"/>';
  const flows = flow('start', 'wait') + flow('wait', 'review') + flow('review', 'end');
  return processXml({
    key,
    body: `<bpmn:startEvent id="start"/>${wait}${task}<bpmn:endEvent id="end"/>${flows}`,
  });
}

/** start → external task → end. */
export function externalProcess(key: string, topic: string): string {
  const issue = `<bpmn:serviceTask id="issue" camunda:type="external" camunda:topic="${topic}"/>`;
  const flows = flow('start', 'issue') + flow('issue', 'end');
  return processXml({ key, body: `<bpmn:startEvent id="start"/>${issue}<bpmn:endEvent id="end"/>${flows}` });
}

/** Deploys one process for a tenant of its own and answers what a test needs to use it. */
export async function deployForTest(xml: (key: string) => string): Promise<{
  client: EngineClient;
  tenant: string;
  definitionId: string;
  deploymentId: string;
}> {
  const client = createEngineClient(connectionOfStack());
  const key = unique('p');
  const tenant = unique('t');
  const { id, processDefinitionIds } = await client.deploy({
    name: key,
    tenant,
    files: [{ path: `${key}.bpmn`, content: xml(key) }],
  });
  const definitionId = processDefinitionIds[key];
  if (definitionId === undefined) throw new Error('not deployed');
  return { client, tenant, definitionId, deploymentId: id };
}

/** Asks again and again until something is there; throws after ten seconds. */
export async function eventually<T>(ask: () => Promise<T | undefined | null | false>): Promise<T> {
  const end = performance.now() + 10_000;
  for (;;) {
    const answer = await ask();
    if (answer) return answer;
    if (performance.now() > end) throw new Error('did not happen within ten seconds');
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}
