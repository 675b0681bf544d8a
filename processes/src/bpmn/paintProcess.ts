import { type FlowNode, type ProcessGraph, readBpmn } from './readBpmn.ts';

/** One stay of a token at an element, as an engine records it. */
export interface Stay {
  readonly activityId: string;
  /** False while the token is there. */
  readonly left: boolean;
  readonly canceled: boolean;
}

/**
 * `passed`: left at least once; `current`: a token is there now; `canceled`: only left by being cancelled (a boundary event,
 * a withdrawn case); `skipped`: never reached, and no token can reach it any more; `ahead`: may still come.
 */
export type ElementState = 'passed' | 'current' | 'canceled' | 'skipped' | 'ahead';

export interface PaintedElement {
  readonly id: string;
  readonly name: string;
  /** Without prefix: `UserTask`, `ExclusiveGateway`, … */
  readonly type: string;
  readonly state: ElementState;
}

export interface PaintedProcess {
  /** In the order of the file. */
  readonly elements: readonly PaintedElement[];
  /** Sequence flows that tokens went along, as far as the ends of the flow tell. */
  readonly flows: readonly string[];
}

/**
 * Tells of every element of a process how it stands, by the stays recorded so far. An engine records no sequence flows: one
 * counts as passed when its source was left and its target reached. Throws Error when `xml` is no BPMN file.
 */
export async function paintProcess(
  xml: string,
  stays: readonly Stay[],
  ended: boolean,
): Promise<PaintedProcess> {
  const { processes } = await readBpmn(xml);
  const painted = processes.map((graph) => paint(graph, stays, ended));
  return {
    elements: painted.flatMap(({ elements }) => elements),
    flows: painted.flatMap(({ flows }) => flows),
  };
}

function paint(graph: ProcessGraph, stays: readonly Stay[], ended: boolean): PaintedProcess {
  const passed = new Set(stays.filter((stay) => stay.left && !stay.canceled).map((stay) => stay.activityId));
  const current = new Set(ended ? [] : stays.filter((stay) => !stay.left).map((stay) => stay.activityId));
  const reached = new Set(stays.map((stay) => stay.activityId));
  const begun = stays.length > 0 || ended;
  const within = ended ? new Set<string>() : reachable(graph, begun ? current : null);
  const stateOf = (node: FlowNode): ElementState => {
    if (current.has(node.id)) return 'current';
    if (passed.has(node.id)) return 'passed';
    if (reached.has(node.id)) return 'canceled';
    return within.has(node.id) ? 'ahead' : 'skipped';
  };
  const nodes = [...graph.nodes.values()];
  return {
    elements: nodes.map((node) => ({ id: node.id, name: node.name, type: node.type, state: stateOf(node) })),
    flows: graph.flows
      .filter(({ source, target }) => passed.has(source) && reached.has(target))
      .map(({ id }) => id),
  };
}

/** Ids that tokens at these elements can still come to; all of them before anything has begun (`from` null). */
function reachable(graph: ProcessGraph, from: ReadonlySet<string> | null): Set<string> {
  const nodes = [...graph.nodes.values()];
  if (from === null) return new Set(nodes.map(({ id }) => id));
  const found = new Set<string>();
  // A sub-process that an event starts may begin as long as the process goes on.
  const open = [...from, ...nodes.filter(isBegunByEvent).map(({ id }) => id)];
  for (let id = open.pop(); id !== undefined; id = open.pop()) {
    if (found.has(id)) continue;
    found.add(id);
    const node = graph.nodes.get(id);
    if (node === undefined) continue;
    for (const { target } of node.outgoing) open.push(target);
    // What can interrupt it, what lies inside it, and what comes after the part that it lies in.
    for (const other of nodes) {
      if (other.attachedTo === id) open.push(other.id);
      if (other.scope === id && other.incoming.length === 0) open.push(other.id);
    }
    if (node.scope !== null) open.push(node.scope);
  }
  return found;
}

function isBegunByEvent(node: FlowNode): boolean {
  return node.type === 'SubProcess' && node.element.get('triggeredByEvent') === true;
}
