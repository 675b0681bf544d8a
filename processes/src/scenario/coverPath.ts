import { type ProcessGraph, readBpmn } from '../bpmn/readBpmn.ts';

/** An activity, event or gateway that a case has been to, in the order in which the engine came there. */
export interface Visit {
  readonly activityId: string;
  /** Left in the ordinary way: neither still there nor cancelled. */
  readonly left: boolean;
}

export interface CoveredNode {
  readonly id: string;
  readonly type: string;
  readonly name: string;
  readonly passed: boolean;
}

export interface CoveredFlow {
  readonly id: string;
  readonly name: string;
  readonly source: string;
  readonly target: string;
  readonly passed: boolean;
}

/** Which parts of a process scenarios have passed. */
export interface PathCoverage {
  readonly nodes: readonly CoveredNode[];
  readonly flows: readonly CoveredFlow[];
}

/** Nodes that send a token along one of their flows only. */
const oneWay = new Set(['ExclusiveGateway', 'EventBasedGateway']);

/** What runs of a process have passed of it. Throws Error when the text is no BPMN. */
export async function coverPath(bpmnXml: string, runs: readonly (readonly Visit[])[]): Promise<PathCoverage> {
  const [graph] = (await readBpmn(bpmnXml)).processes;
  if (!graph) return { nodes: [], flows: [] };
  const nodes = new Set(runs.flat().map(({ activityId }) => activityId));
  const flows = new Set(runs.flatMap((visits) => [...flowsOf(graph, visits)]));
  return {
    nodes: [...graph.nodes.values()].map(({ id, type, name }) => ({ id, type, name, passed: nodes.has(id) })),
    flows: graph.flows.map(({ id, name, source, target }) => ({
      id,
      name,
      source,
      target,
      passed: flows.has(id),
    })),
  };
}

/**
 * The flows that a run took. The engine records nodes only: a flow was taken when its target was come to after its
 * source was left; from a gateway that goes one way, the flow whose target was come to first. Two flows between the same
 * two nodes cannot be told apart and count together.
 */
export function flowsOf(graph: ProcessGraph, visits: readonly Visit[]): Set<string> {
  const taken = new Set<string>();
  visits.forEach(({ activityId, left }, at) => {
    const outgoing = graph.nodes.get(activityId)?.outgoing ?? [];
    if (!left || outgoing.length === 0) return;
    const until = nextVisitOf(activityId, visits, at);
    const reached = outgoing
      .map((flow) => ({ flow, when: firstVisitOf(flow.target, visits, at, until) }))
      .filter(({ when }) => when !== -1);
    const first = Math.min(...reached.map(({ when }) => when));
    const one = oneWay.has(graph.nodes.get(activityId)?.type ?? '');
    for (const { flow, when } of reached) if (!one || when === first) taken.add(flow.id);
  });
  return taken;
}

function firstVisitOf(id: string, visits: readonly Visit[], after: number, until: number): number {
  return visits.findIndex(({ activityId }, at) => at > after && at <= until && activityId === id);
}

/** The next time the node was come to; what comes after it belongs to that visit. */
function nextVisitOf(id: string, visits: readonly Visit[], after: number): number {
  const next = visits.findIndex(({ activityId }, at) => at > after && activityId === id);
  return next === -1 ? visits.length : next;
}
