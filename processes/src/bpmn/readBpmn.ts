/// <reference path="./moddle.d.ts" />
import { BpmnModdle } from 'bpmn-moddle';
import camundaDescriptor from 'camunda-bpmn-moddle/resources/camunda.json' with { type: 'json' };
import { toEditorXml } from '../foreign/toEditorXml.ts';
import type { ModdleElement } from './moddleElement.ts';

export interface SequenceFlow {
  readonly id: string;
  readonly name: string;
  readonly source: string;
  readonly target: string;
  /** Text of the condition, null without one. */
  readonly condition: string | null;
  readonly element: ModdleElement;
}

export interface FlowNode {
  readonly id: string;
  /** Without prefix: `UserTask`, `ExclusiveGateway`, … */
  readonly type: string;
  readonly name: string;
  readonly incoming: readonly SequenceFlow[];
  readonly outgoing: readonly SequenceFlow[];
  readonly defaultFlow: string | null;
  /** Id of the enclosing sub-process, null at the top. */
  readonly scope: string | null;
  /** For boundary events: the activity they sit on. */
  readonly attachedTo: string | null;
  readonly element: ModdleElement;
}

export interface ProcessGraph {
  readonly id: string;
  readonly name: string;
  readonly element: ModdleElement;
  /** In the order of the file, sub-processes included. */
  readonly nodes: ReadonlyMap<string, FlowNode>;
  readonly flows: readonly SequenceFlow[];
}

export interface BpmnFile {
  readonly definitions: ModdleElement;
  readonly processes: readonly ProcessGraph[];
  readonly warnings: readonly { readonly message: string; readonly element: string | null }[];
}

const moddle = new BpmnModdle({ camunda: camundaDescriptor });

/** What was read last by `rewriteBpmn`; whoever reads the same text next takes it over, and may change it. */
let read: { readonly xml: string; readonly result: ReturnType<typeof moddle.fromXML> } | null = null;

/**
 * Reads a text as the editor is given it (`toEditorXml`) and writes it again, as bpmn-js does. Throws Error when it is no
 * BPMN.
 */
export async function rewriteBpmn(xml: string): Promise<string> {
  const result = moddle.fromXML(xml);
  const written = (await moddle.toXML((await result).rootElement, { format: true })).xml;
  read = { xml, result };
  return written;
}

/** Reads a BPMN 2.0 file with the engine's extensions. Throws Error when it is not one. */
export async function readBpmn(xml: string): Promise<BpmnFile> {
  const text = toEditorXml(xml);
  const known = read?.xml === text ? read.result : null;
  read = null;
  const { rootElement, warnings } = await (known ?? moddle.fromXML(text));
  const roots = elementsOf(rootElement, 'rootElements');
  return {
    definitions: rootElement,
    processes: roots.filter(({ $type }) => $type === 'bpmn:Process').map(graphOf),
    warnings: warnings.map(({ message, element }) => ({ message, element: element?.id ?? null })),
  };
}

/** Elements under a property; empty when it is not set. */
export function elementsOf(element: ModdleElement, property: string): ModdleElement[] {
  const value = element.get(property);
  return Array.isArray(value) ? value : [];
}

/** The one element under a property. */
export function elementOf(element: ModdleElement, property: string): ModdleElement | null {
  const value = element.get(property);
  return typeof value === 'object' && value !== null && '$type' in value ? (value as ModdleElement) : null;
}

/** Text of an attribute or of an expression's body; empty when it is not set. */
export function textOf(element: ModdleElement, property: string): string {
  const value = element.get(property);
  return typeof value === 'string' ? value : '';
}

function graphOf(process: ModdleElement): ProcessGraph {
  const flows = new Map<string, SequenceFlow>();
  const found: { element: ModdleElement; scope: string | null }[] = [];
  collect(process, null, found, flows);
  const nodes = new Map<string, FlowNode>();
  const byTarget = groupBy(flows.values(), ({ target }) => target);
  const bySource = groupBy(flows.values(), ({ source }) => source);
  for (const { element, scope } of found) {
    const id = element.id ?? '';
    const incoming = byTarget.get(id) ?? [];
    const outgoing = bySource.get(id) ?? [];
    // The file may leave these lists out, or leave them stale: what counts, to the engine too, is what a flow says.
    element.set(
      'incoming',
      incoming.map((flow) => flow.element),
    );
    element.set(
      'outgoing',
      outgoing.map((flow) => flow.element),
    );
    nodes.set(id, {
      id,
      type: element.$type.replace(/^bpmn:/, ''),
      name: element.name ?? '',
      incoming,
      outgoing,
      defaultFlow: elementOf(element, 'default')?.id ?? null,
      scope,
      attachedTo: elementOf(element, 'attachedToRef')?.id ?? null,
      element,
    });
  }
  return {
    id: process.id ?? '',
    name: process.name ?? '',
    element: process,
    nodes,
    flows: [...flows.values()],
  };
}

function groupBy(
  flows: Iterable<SequenceFlow>,
  keyOf: (flow: SequenceFlow) => string,
): Map<string, SequenceFlow[]> {
  const groups = new Map<string, SequenceFlow[]>();
  for (const flow of flows) {
    const group = groups.get(keyOf(flow));
    if (group === undefined) groups.set(keyOf(flow), [flow]);
    else group.push(flow);
  }
  return groups;
}

function collect(
  container: ModdleElement,
  scope: string | null,
  found: { element: ModdleElement; scope: string | null }[],
  flows: Map<string, SequenceFlow>,
): void {
  for (const element of elementsOf(container, 'flowElements')) {
    if (element.$type === 'bpmn:SequenceFlow') {
      const condition = elementOf(element, 'conditionExpression');
      flows.set(element.id ?? '', {
        id: element.id ?? '',
        name: element.name ?? '',
        source: elementOf(element, 'sourceRef')?.id ?? '',
        target: elementOf(element, 'targetRef')?.id ?? '',
        condition: condition ? textOf(condition, 'body').trim() : null,
        element,
      });
    } else if (element.$instanceOf?.('bpmn:FlowNode')) {
      found.push({ element, scope });
      if (element.$instanceOf('bpmn:SubProcess')) collect(element, element.id ?? '', found, flows);
    }
  }
}

export type { ModdleElement } from './moddleElement.ts';
