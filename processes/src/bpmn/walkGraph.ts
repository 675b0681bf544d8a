import { elementsOf, type FlowNode, type ProcessGraph, textOf } from './readBpmn.ts';

/** What lies beside the flows, by where a token comes from; each list in the order of the file. */
interface Beside {
  readonly boundaryEvents: ReadonlyMap<string, readonly string[]>;
  readonly innerStarts: ReadonlyMap<string, readonly string[]>;
  readonly linkCatches: ReadonlyMap<string, readonly string[]>;
}

/** A graph does not change once it is read. */
const known = new WeakMap<ProcessGraph, Beside>();
const followers = new WeakMap<FlowNode, readonly string[]>();

function besideOf(graph: ProcessGraph): Beside {
  const before = known.get(graph);
  if (before !== undefined) return before;
  const nodes = [...graph.nodes.values()];
  const idsBy = (keyOf: (node: FlowNode) => string | null) => {
    const found = new Map<string, string[]>();
    for (const node of nodes) {
      const key = keyOf(node);
      if (key !== null) found.set(key, [...(found.get(key) ?? []), node.id]);
    }
    return found;
  };
  const beside = {
    boundaryEvents: idsBy(({ attachedTo }) => attachedTo),
    innerStarts: idsBy((node) => (isStart(node, graph) ? node.scope : null)),
    linkCatches: idsBy((node) => (node.type === 'IntermediateCatchEvent' ? linkName(node) : null)),
  };
  known.set(graph, beside);
  return beside;
}

/**
 * Nodes that a token can go on to: along flows, into a sub-process, onto boundary events, through links; from
 * the end of a sub-process to what follows it.
 */
export function successors(graph: ProcessGraph, node: FlowNode): readonly string[] {
  const before = followers.get(node);
  if (before !== undefined) return before;
  const { boundaryEvents, innerStarts, linkCatches } = besideOf(graph);
  const next = node.outgoing.map(({ target }) => target);
  next.push(...(boundaryEvents.get(node.id) ?? []), ...(innerStarts.get(node.id) ?? []));
  const link = node.type === 'IntermediateThrowEvent' ? linkName(node) : null;
  if (link) next.push(...(linkCatches.get(link) ?? []));
  followers.set(node, next);
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

/** Every node from which a token can come to one of `to`, these included. */
export function leadingTo(graph: ProcessGraph, to: readonly string[]): Set<string> {
  const before = new Map<string, string[]>();
  for (const node of graph.nodes.values())
    for (const next of successors(graph, node)) before.set(next, [...(before.get(next) ?? []), node.id]);
  const seen = new Set<string>(to);
  const open = [...seen];
  for (let id = open.pop(); id !== undefined; id = open.pop()) {
    for (const earlier of before.get(id) ?? []) {
      if (seen.has(earlier)) continue;
      seen.add(earlier);
      open.push(earlier);
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
