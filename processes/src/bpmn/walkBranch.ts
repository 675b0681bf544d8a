import type { FlowNode, ProcessGraph } from './readBpmn.ts';
import { successors } from './walkGraph.ts';

/** Gateways at which branches come together. */
export const joining = new Set(['ParallelGateway', 'InclusiveGateway', 'ComplexGateway']);
/** Nodes at which a token stays. */
export const waiting = new Set(['UserTask', 'ReceiveTask', 'EventBasedGateway', 'IntermediateCatchEvent']);

/** Nodes that the token of a task comes to before branches begin or come together. */
export function withinBranch(graph: ProcessGraph, from: string): Set<string> {
  const seen = new Set<string>();
  const start = graph.nodes.get(from);
  const open = start === undefined || forks(start) ? [] : nextOf(graph, from);
  for (let id = open.pop(); id !== undefined; id = open.pop()) {
    const node = graph.nodes.get(id);
    if (node === undefined || seen.has(id)) continue;
    seen.add(id);
    if (forks(node) || (joining.has(node.type) && node.incoming.length > 1)) continue;
    open.push(...nextOf(graph, id));
  }
  return seen;
}

/** Whether a token comes from the task to the join without passing a task that is no branch's. */
export function reachesBeside(
  graph: ProcessGraph,
  beside: ReadonlySet<string>,
  task: string,
  join: string,
): boolean {
  const seen = new Set<string>();
  const open = nextOf(graph, task);
  for (let id = open.pop(); id !== undefined; id = open.pop()) {
    if (id === join) return true;
    const passed = graph.nodes.get(id)?.type !== 'UserTask' || beside.has(id);
    if (seen.has(id) || !passed) continue;
    seen.add(id);
    open.push(...nextOf(graph, id));
  }
  return false;
}

/** The one join that a task's branch comes to; undefined where it may end or wait elsewhere. */
export function joinAfter(graph: ProcessGraph, task: string): string | undefined {
  const ahead = [...withinBranch(graph, task)].flatMap((id) => graph.nodes.get(id) ?? []);
  const joins = ahead.filter(({ type, incoming }) => joining.has(type) && incoming.length > 1);
  const elsewhere = ahead.some(
    (node) =>
      node.type === 'EndEvent' ||
      node.scope !== null ||
      (forks(node) && !joins.includes(node)) ||
      (waiting.has(node.type) && node.type !== 'UserTask'),
  );
  const [join] = joins;
  return joins.length === 1 && join?.type === 'ParallelGateway' && !elsewhere ? join.id : undefined;
}

/** Ids of the nodes after a node. */
export function nextOf(graph: ProcessGraph, id: string): string[] {
  const node = graph.nodes.get(id);
  return node === undefined ? [] : [...successors(graph, node)];
}

/** Whether tokens leave a node beside one another. */
export function forks(node: FlowNode): boolean {
  if (node.attachedTo !== null) return node.element.get('cancelActivity') === false;
  if (joining.has(node.type)) return node.outgoing.length > 1;
  // Several ways out of anything but a gateway are taken all at once, unless they have conditions.
  return !node.type.endsWith('Gateway') && node.outgoing.length > 1;
}
