import type { BpmnConnection, BpmnElement, Services } from '../bpmn/modelerTypes.ts';
import { attribute, conditionOf } from '../bpmn/PackEditor.ts';
import type { Way } from '../conditions/judgeWays.ts';

/** A flow out of a node. */
export interface FlowWay extends Way {
  readonly target: string;
}

/** A node of the process, as the simulation sees it. */
export interface FlowNode {
  readonly id: string;
  /** Without prefix: `UserTask`, `ExclusiveGateway`, … */
  readonly type: string;
  /** Ids of the flows that come in. */
  readonly incoming: readonly string[];
  readonly outgoing: readonly FlowWay[];
  /** Boundary events that sit on it. */
  readonly boundary: readonly { readonly id: string; readonly interrupting: boolean }[];
  /** Id of the enclosing sub-process; null at the top. */
  readonly scope: string | null;
  /** An end that ends everything in its scope. */
  readonly terminates: boolean;
}

export type FlowGraph = ReadonlyMap<string, FlowNode>;

/** The process as it is drawn now. */
export function readFlowGraph(registry: Services['elementRegistry']): FlowGraph {
  const elements = registry.filter(
    (element) =>
      element.type.startsWith('bpmn:') &&
      element.waypoints === undefined &&
      element.labelTarget === undefined &&
      /(Task|Gateway|Event|SubProcess|CallActivity)$/.test(element.type),
  );
  return new Map(elements.map((element) => [element.id, readNode(element, elements)]));
}

function readNode(element: BpmnElement, all: readonly BpmnElement[]): FlowNode {
  const flows = (list: readonly BpmnConnection[]) => list.filter(({ type }) => type === 'bpmn:SequenceFlow');
  const fallback = (element.businessObject.get('default') as { id?: string } | undefined)?.id;
  const definitions = (element.businessObject.get('eventDefinitions') ?? []) as { $type: string }[];
  return {
    id: element.id,
    type: element.type.replace('bpmn:', ''),
    incoming: flows(element.incoming).map(({ id }) => id),
    outgoing: flows(element.outgoing).map((flow) => ({
      id: flow.id,
      name: attribute(flow, 'name') || attribute(flow.target, 'name'),
      condition: conditionOf(flow),
      isDefault: flow.id === fallback,
      target: flow.target.id,
    })),
    boundary: all
      .filter((other) => hostOf(other) === element.id)
      .map((event) => ({
        id: event.id,
        interrupting: event.businessObject.get('cancelActivity') !== false,
      })),
    scope: element.parent?.type === 'bpmn:SubProcess' ? element.parent.id : null,
    terminates: definitions.some(({ $type }) => $type === 'bpmn:TerminateEventDefinition'),
  };
}

function hostOf(element: BpmnElement): string | undefined {
  return element.type === 'bpmn:BoundaryEvent'
    ? (element as BpmnElement & { readonly host?: BpmnElement }).host?.id
    : undefined;
}
