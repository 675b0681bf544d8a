import { elementOf, elementsOf, type FlowNode, textOf } from '../bpmn/readBpmn.ts';
import { MANIFEST, PROCESS } from '../pack/packFiles.ts';
import { documentKinds } from '../schema/packSchema.ts';
import { topics } from '../schema/processVariables.ts';
import { type Finding, type FindingCode, finding } from './Finding.ts';
import type { PackUnderLint } from './LintContext.ts';
import { nameOf } from './nameOf.ts';

/** Service tasks, business rule tasks and call activities name what exists, bound to their own deployment. */
export function lintAutomaticTasks(pack: PackUnderLint): Finding[] {
  return [...pack.process.nodes.values()].flatMap((node) => lintNode(node, pack));
}

function lintNode(node: FlowNode, pack: PackUnderLint): Finding[] {
  const { element } = node;
  const found: Finding[] = [];
  const add = (code: FindingCode, params: Record<string, string> = {}) =>
    found.push(finding(code, { file: PROCESS, element: node.id }, { name: nameOf(node), ...params }));
  if (node.type === 'BusinessRuleTask' && textOf(element, 'camunda:type') !== 'external') {
    const ref = textOf(element, 'camunda:decisionRef');
    if (textOf(element, 'camunda:decisionRefBinding') !== 'deployment') add('bindingDeployment');
    if (!pack.decisions.some(({ id }) => id === ref)) add('decisionUnknown', { ref });
    if (
      textOf(element, 'camunda:mapDecisionResult') !== 'singleEntry' ||
      !textOf(element, 'camunda:resultVariable')
    ) {
      add('decisionResult');
    }
  }
  if (node.type === 'CallActivity') {
    const ref = textOf(element, 'calledElement');
    if (textOf(element, 'camunda:calledElementBinding') !== 'deployment') add('bindingDeployment');
    if (!calledProcesses(pack).includes(ref)) add('processUnknown', { ref });
  }
  if (node.type === 'ServiceTask' || node.type === 'SendTask') lintTopic(node, pack, add);
  return found;
}

function lintTopic(
  node: FlowNode,
  pack: PackUnderLint,
  add: (code: FindingCode, params: Record<string, string>) => void,
): void {
  const topic = textOf(node.element, 'camunda:topic');
  if (textOf(node.element, 'camunda:type') !== 'external' || !Object.hasOwn(topics, topic))
    return add('topicUnknown', { topic });
  const parameter = topics[topic as keyof typeof topics];
  if (topic === 'issue-license' && !pack.manifest.license)
    add('topicParameter', { parameter: `${MANIFEST} license`, value: '' });
  if (parameter === null) return;
  const value = inputParameter(node, parameter);
  const known: readonly string[] = parameter === 'document' ? documentKinds : noticeKeys(pack);
  if (!known.includes(value)) add('topicParameter', { parameter, value });
}

/** Literal of a `camunda:inputParameter`; empty without one. */
export function inputParameter(node: FlowNode, name: string): string {
  const extensions = elementOf(node.element, 'extensionElements');
  for (const extension of extensions ? elementsOf(extensions, 'values') : []) {
    if (extension.$type !== 'camunda:InputOutput') continue;
    const parameter = elementsOf(extension, 'inputParameters').find((entry) => entry.name === name);
    if (parameter) return textOf(parameter, 'value').trim();
  }
  return '';
}

function noticeKeys({ files }: PackUnderLint): string[] {
  return Object.keys(files).flatMap((path) => /^notices\/(.+)\.yaml$/.exec(path)?.[1] ?? []);
}

/** Ids of the processes of the other BPMN files of the pack. */
function calledProcesses({ files }: PackUnderLint): string[] {
  return Object.entries(files)
    .filter(([path]) => path.endsWith('.bpmn') && path !== PROCESS)
    .flatMap(([, text]) =>
      [...text.matchAll(/<(?:\w+:)?process\b[^>]*?\bid="([^"]+)"/g)].map((match) => match[1] ?? ''),
    );
}
