import type { ModdleElement } from '../bpmn/moddleElement.ts';
import type { BlockNode } from './Block.ts';

/** Makes an element of BPMN or of the engine's extensions: `moddle.create`, or the factory of bpmn-js. */
export type Create = (type: string, properties: Readonly<Record<string, unknown>>) => ModdleElement;

/** The element of one node of a block, without its flows. */
export function createNode<T extends object>(
  node: BlockNode,
  create: (type: string, properties: Readonly<Record<string, unknown>>) => T,
): T {
  const { id, type, name, documentation, form, candidateGroups, topic, input = {} } = node;
  const properties: Record<string, unknown> = { id };
  if (name !== '') properties.name = name;
  if (documentation !== undefined)
    properties.documentation = [create('bpmn:Documentation', { text: documentation })];
  if (form !== undefined) properties['camunda:formKey'] = form;
  if (candidateGroups !== undefined) properties['camunda:candidateGroups'] = candidateGroups;
  if (topic !== undefined) {
    properties['camunda:type'] = 'external';
    properties['camunda:topic'] = topic;
  }
  const inputParameters = Object.entries(input).map(([key, value]) =>
    create('camunda:InputParameter', { name: key, value }),
  );
  if (inputParameters.length > 0) {
    const values = [create('camunda:InputOutput', { inputParameters })];
    properties.extensionElements = create('bpmn:ExtensionElements', { values });
  }
  if (node.loopCardinality !== undefined) {
    const loopCardinality = create('bpmn:FormalExpression', { body: node.loopCardinality });
    properties.loopCharacteristics = create('bpmn:MultiInstanceLoopCharacteristics', { loopCardinality });
  }
  if (node.timeDate !== undefined) {
    const timeDate = create('bpmn:FormalExpression', { body: node.timeDate });
    properties.eventDefinitions = [create('bpmn:TimerEventDefinition', { id: `${id}Timer`, timeDate })];
  }
  return create(type, properties);
}
