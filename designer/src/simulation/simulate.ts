import type { Value } from '@onewindow/processes/expression';
import { judgeWays } from '../conditions/judgeWays.ts';
import type { FlowGraph, FlowNode, FlowWay } from './flowGraph.ts';

/** Where a case stands; several tokens where branches run beside each other. */
export interface Token {
  readonly id: number;
  readonly at: string;
  /** Flow by which it came; null for a start. */
  readonly by: string | null;
}

export interface Simulation {
  readonly tokens: readonly Token[];
  /** Ids of nodes and flows that were passed, in order. */
  readonly passed: readonly string[];
  readonly next: number;
}

export type Given = Readonly<Record<string, Value>>;

/** What a token that rests waits for. */
export type Rest =
  /** Somebody, or the system, does a task; or an event comes. */
  | { readonly kind: 'work' }
  /** One of several events comes first. */
  | { readonly kind: 'choice'; readonly ways: readonly FlowWay[] }
  /** A branch cannot be judged before these values are known. */
  | { readonly kind: 'values'; readonly missing: readonly string[] }
  /** No way out is taken: the case would stand still with an error. */
  | { readonly kind: 'noWay' }
  /** Other branches have not come yet. */
  | { readonly kind: 'join' }
  /** What is inside of the sub-process has not ended. */
  | { readonly kind: 'inside' };

/** A case at the start of the process, moved on to where it first rests. */
export function begin(graph: FlowGraph, given: Given): Simulation {
  const starts = [...graph.values()].filter((node) => node.type === 'StartEvent' && node.scope === null);
  const [start] = starts;
  if (start === undefined) return { tokens: [], passed: [], next: 0 };
  return settle(graph, { tokens: [{ id: 0, at: start.id, by: null }], passed: [], next: 1 }, given);
}

/** What a token waits for. */
export function restOf(graph: FlowGraph, simulation: Simulation, token: Token, given: Given): Rest {
  const node = graph.get(token.at);
  if (node === undefined) return { kind: 'noWay' };
  if (node.type === 'SubProcess') return { kind: 'inside' };
  if (node.type === 'EventBasedGateway') return { kind: 'choice', ways: node.outgoing };
  if (!node.type.endsWith('Gateway')) return { kind: 'work' };
  if (isWaiting(graph, simulation, node)) return { kind: 'join' };
  const verdict = judgeWays(node.outgoing, given, node.type === 'InclusiveGateway');
  return verdict.kind === 'open' ? { kind: 'values', missing: verdict.missing } : { kind: 'noWay' };
}

/** The case after the work at a token is done, or the event there has come. */
export function complete(
  graph: FlowGraph,
  simulation: Simulation,
  tokenId: number,
  given: Given,
): Simulation {
  const token = simulation.tokens.find(({ id }) => id === tokenId);
  const node = token && graph.get(token.at);
  if (token === undefined || node === undefined) return simulation;
  return settle(graph, leave(simulation, [token], node, unconditional(node, given)), given);
}

/** The case after one of the events behind an event gateway has come. */
export function choose(
  graph: FlowGraph,
  simulation: Simulation,
  tokenId: number,
  flowId: string,
  given: Given,
): Simulation {
  const token = simulation.tokens.find(({ id }) => id === tokenId);
  const node = token && graph.get(token.at);
  const way = node?.outgoing.find(({ id }) => id === flowId);
  if (token === undefined || node === undefined || way === undefined) return simulation;
  const there = leave(simulation, [token], node, [way]);
  // The event has come: its token does not rest at it.
  const arrived = there.tokens.find(({ by }) => by === flowId);
  return arrived === undefined ? there : complete(graph, there, arrived.id, given);
}

/** The case after a boundary event of the activity at a token has come. */
export function interrupt(
  graph: FlowGraph,
  simulation: Simulation,
  tokenId: number,
  boundaryId: string,
  given: Given,
): Simulation {
  const token = simulation.tokens.find(({ id }) => id === tokenId);
  const event = graph.get(boundaryId);
  const boundary = token && graph.get(token.at)?.boundary.find(({ id }) => id === boundaryId);
  if (token === undefined || event === undefined || boundary === undefined) return simulation;
  const inside = tokensWithin(graph, simulation, token.at);
  const gone = boundary.interrupting ? [token, ...inside] : [];
  return settle(graph, leave(simulation, gone, event, event.outgoing), given);
}

/** The case after values that were missing are known. */
export function goOn(graph: FlowGraph, simulation: Simulation, given: Given): Simulation {
  return settle(graph, simulation, given);
}

/** Flows out of a node that are taken whatever a gateway would say: those without condition, or whose condition holds. */
function unconditional(node: FlowNode, given: Given): readonly FlowWay[] {
  const verdict = judgeWays(node.outgoing, given, true);
  return verdict.kind === 'taken'
    ? node.outgoing.filter(({ id }) => verdict.ways.some((way) => way.id === id))
    : node.outgoing;
}

/** Most moves without anybody's doing: a circle of gateways would never rest. */
const MOST_MOVES = 500;

/** Moves tokens through everything at which nobody has to do anything. */
function settle(graph: FlowGraph, from: Simulation, given: Given): Simulation {
  let now = from;
  for (let moves = 0; moves < MOST_MOVES; moves += 1) {
    const moved = moveOne(graph, now, given);
    if (moved === null) return now;
    now = moved;
  }
  return now;
}

function moveOne(graph: FlowGraph, now: Simulation, given: Given): Simulation | null {
  for (const token of now.tokens) {
    const node = graph.get(token.at);
    const moved = node && pass(graph, now, token, node, given);
    if (moved) return moved;
  }
  return null;
}

/** The case when a token passes a node at which nobody has to do anything; null where it rests. */
function pass(
  graph: FlowGraph,
  now: Simulation,
  token: Token,
  node: FlowNode,
  given: Given,
): Simulation | null {
  if (node.type === 'StartEvent') return leave(now, [token], node, node.outgoing);
  if (node.type === 'IntermediateThrowEvent') return leave(now, [token], node, node.outgoing);
  if (node.type === 'EndEvent') {
    const others = node.terminates ? now.tokens.filter(({ at }) => graph.get(at)?.scope === node.scope) : [];
    return leave(now, [token, ...others], node, []);
  }
  if (node.type === 'SubProcess') return passSubProcess(graph, now, token, node);
  if (!node.type.endsWith('Gateway') || node.type === 'EventBasedGateway') return null;
  if (isWaiting(graph, now, node)) return null;
  const here = node.type === 'ExclusiveGateway' ? [token] : now.tokens.filter(({ at }) => at === node.id);
  if (node.type === 'ParallelGateway') return leave(now, here, node, node.outgoing);
  const verdict = judgeWays(node.outgoing, given, node.type === 'InclusiveGateway');
  if (verdict.kind !== 'taken') return null;
  const ways = node.outgoing.filter(({ id }) => verdict.ways.some((way) => way.id === id));
  return leave(now, here, node, ways);
}

/** Into a sub-process by its start; out of it when nothing is inside any more. */
function passSubProcess(graph: FlowGraph, now: Simulation, token: Token, node: FlowNode): Simulation | null {
  const inside = [...graph.values()].filter(({ scope }) => scope === node.id);
  const start = inside.find(({ type }) => type === 'StartEvent');
  if (start === undefined) return leave(now, [token], node, node.outgoing);
  if (tokensWithin(graph, now, node.id).length > 0) return null;
  const entered = now.passed.lastIndexOf(start.id) > now.passed.lastIndexOf(node.id);
  if (entered) return leave(now, [token], node, node.outgoing);
  return { ...now, tokens: [...now.tokens, { id: now.next, at: start.id, by: null }], next: now.next + 1 };
}

function tokensWithin(graph: FlowGraph, { tokens }: Simulation, scope: string): Token[] {
  const isInside = (id: string): boolean => {
    const parent = graph.get(id)?.scope ?? null;
    return parent !== null && (parent === scope || isInside(parent));
  };
  return tokens.filter(({ at }) => isInside(at));
}

/** Whether a join still waits: a parallel one for every flow in, an inclusive one for every token that can still come. */
function isWaiting(graph: FlowGraph, { tokens }: Simulation, node: FlowNode): boolean {
  if (node.incoming.length < 2) return false;
  const here = tokens.filter(({ at }) => at === node.id);
  if (node.type === 'ParallelGateway')
    return node.incoming.some((flow) => !here.some(({ by }) => by === flow));
  if (node.type !== 'InclusiveGateway') return false;
  return tokens.some((token) => token.at !== node.id && reaches(graph, token.at, node.id));
}

function reaches(graph: FlowGraph, from: string, to: string): boolean {
  const seen = new Set<string>();
  const open = [from];
  for (let id = open.pop(); id !== undefined; id = open.pop()) {
    for (const { target } of graph.get(id)?.outgoing ?? []) {
      if (target === to) return true;
      if (!seen.has(target)) open.push(target);
      seen.add(target);
    }
  }
  return false;
}

/** Takes tokens away from a node and puts one at the end of each way. */
function leave(
  { tokens, passed, next }: Simulation,
  gone: readonly Token[],
  node: FlowNode,
  ways: readonly FlowWay[],
): Simulation {
  return {
    tokens: [
      ...tokens.filter((token) => !gone.includes(token)),
      ...ways.map((way, at) => ({ id: next + at, at: way.target, by: way.id })),
    ],
    passed: [...passed, node.id, ...ways.map(({ id }) => id)],
    next: next + ways.length,
  };
}
