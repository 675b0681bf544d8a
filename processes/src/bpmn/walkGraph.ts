import { elementsOf, type FlowNode, type ProcessGraph, textOf } from './readBpmn.ts';

/**
 * Nodes that a token can go on to: along flows, into a sub-process, onto boundary events, through links; from
 * the end of a sub-process to what follows it.
 */
export function successors(graph: ProcessGraph, node: FlowNode): string[] {
  const all = [...graph.nodes.values()];
  const next = node.outgoing.map(({ target }) => target);
  next.push(...all.filter(({ attachedTo }) => attachedTo === node.id).map(({ id }) => id));
  next.push(...all.filter((inner) => inner.scope === node.id && isStart(inner, graph)).map(({ id }) => id));
  const link = linkName(node);
  if (link && node.type === 'IntermediateThrowEvent') {
    next.push(
      ...all
        .filter((other) => other.type === 'IntermediateCatchEvent' && linkName(other) === link)
        .map(({ id }) => id),
    );
  }
  return next;
}

/** Where tokens come into being: start events of the process and event sub-processes. */
export function roots(graph: ProcessGraph): string[] {
  return [...graph.nodes.values()]
    .filter(
      (node) =>
        (node.scope === null && node.type === 'StartEvent') ||
        isEventSubProcess(node) ||
        isCompensation(node),
    )
    .map(({ id }) => id);
}

/** Every node that a token from `from` can come to, `from` included; never through `without`. */
export function reachableFrom(graph: ProcessGraph, from: readonly string[], without?: string): Set<string> {
  const seen = new Set<string>(from.filter((id) => id !== without));
  const open = [...seen];
  for (let id = open.pop(); id !== undefined; id = open.pop()) {
    const node = graph.nodes.get(id);
    for (const next of node ? successors(graph, node) : []) {
      if (next === without || seen.has(next)) continue;
      seen.add(next);
      open.push(next);
    }
  }
  return seen;
}

/** Ids of the flows that lead back to a node already passed, as met by a depth-first walk in the order of the file. */
export function backEdges(graph: ProcessGraph): Set<string> {
  const back = new Set<string>();
  const state = new Map<string, 'open' | 'done'>();
  const visit = (id: string) => {
    state.set(id, 'open');
    for (const flow of graph.nodes.get(id)?.outgoing ?? []) {
      if (state.get(flow.target) === 'open') back.add(flow.id);
      else if (!state.has(flow.target)) visit(flow.target);
    }
    state.set(id, 'done');
  };
  for (const id of [...roots(graph), ...graph.nodes.keys()]) if (!state.has(id)) visit(id);
  return back;
}

export function isStart(node: FlowNode, graph: ProcessGraph): boolean {
  if (node.type === 'StartEvent') return true;
  return (
    node.scope !== null &&
    node.incoming.length === 0 &&
    node.attachedTo === null &&
    graph.nodes.has(node.scope)
  );
}

export function isEventSubProcess(node: FlowNode): boolean {
  return node.type === 'SubProcess' && node.element.get('triggeredByEvent') === true;
}

export function isCompensation(node: FlowNode): boolean {
  return node.element.get('isForCompensation') === true;
}

function linkName(node: FlowNode): string | null {
  if (!node.type.startsWith('Intermediate')) return null;
  const link = elementsOf(node.element, 'eventDefinitions').find(
    ({ $type }) => $type === 'bpmn:LinkEventDefinition',
  );
  return link ? textOf(link, 'name') : null;
}
