import { elementOf, type FlowNode, type ProcessGraph, readBpmn } from './readBpmn.ts';
import { forks, joinAfter, joining, nextOf, reachesBeside, waiting, withinBranch } from './walkBranch.ts';
import { reachableFrom, successors } from './walkGraph.ts';

/** Where the tokens of a process can stand, as far as moving them is concerned. */
export interface TokenPlaces {
  /** User tasks at which the process has one token only: outside parallel branches, sub-processes and multi-instances. */
  readonly alone: ReadonlySet<string>;
  /** Nodes that act outside the process (services, messages, called processes) on a way between two tasks without a task. */
  actsBetween(from: string, to: string): string[];
  /** Whether a case at the first task may come to the second. */
  leadsTo(from: string, to: string): boolean;
  /**
   * Whether a token comes from the first task to the second without a fork or a join on its way: the one token of a branch,
   * which may be put back without touching those beside it. False for tasks in sub-processes and multi-instances.
   */
  sameBranch(from: string, to: string): boolean;
  /**
   * The join at which a token waits for the others once the task's branch has come to its end; undefined where it may end
   * elsewhere, or wait on its way for something that is no task.
   */
  joinAfter(task: string): string | undefined;
  /** Whether a token at the task, beside others, is still to come to the join: before any task at which there is one token only. */
  isBefore(task: string, node: string): boolean;
}

const acting = new Set([
  'ServiceTask',
  'SendTask',
  'ScriptTask',
  'CallActivity',
  'SubProcess',
  'Transaction',
]);

/** Reads where one token may be put in the place of all others. Throws Error when the text is no BPMN or has no process. */
export async function readTokenPlaces(bpmnXml: string): Promise<TokenPlaces> {
  const [graph] = (await readBpmn(bpmnXml)).processes;
  if (!graph) throw new Error('the file has no process');
  const beside = besideOthers(graph);
  const tasks = [...graph.nodes.values()].filter(({ type }) => type === 'UserTask');
  const alone = tasks.filter((node) => node.scope === null && !beside.has(node.id) && !isMultiple(node));
  const reachable = new Map(tasks.map(({ id }) => [id, reachableFrom(graph, nextOf(graph, id))]));
  return {
    alone: new Set(alone.map(({ id }) => id)),
    actsBetween: (from, to) => {
      const after = untilTask(graph, nextOf(graph, from), to);
      return [...after].filter((id) => {
        const node = graph.nodes.get(id);
        return node !== undefined && acts(node) && untilTask(graph, nextOf(graph, id), to).has(to);
      });
    },
    leadsTo: (from, to) => reachable.get(from)?.has(to) === true,
    sameBranch: (from, to) =>
      [from, to].every((id) => isSingle(graph.nodes.get(id))) && withinBranch(graph, from).has(to),
    joinAfter: (task) => (isSingle(graph.nodes.get(task)) ? joinAfter(graph, task) : undefined),
    isBefore: (task, join) => beside.has(task) && reachesBeside(graph, beside, task, join),
  };
}

function isSingle(node: FlowNode | undefined): boolean {
  return node?.type === 'UserTask' && node.scope === null && !isMultiple(node);
}

function isMultiple(node: FlowNode): boolean {
  return elementOf(node.element, 'loopCharacteristics') !== null;
}

function acts(node: FlowNode): boolean {
  return acting.has(node.type) || node.type === 'IntermediateThrowEvent';
}

/**
 * Nodes that may hold a token while another one is elsewhere: between a fork and its join, and after a boundary event that
 * does not interrupt. Depth counts the open forks; where a way is unclear more is taken for beside than may be.
 */
function besideOthers(graph: ProcessGraph): Set<string> {
  const beside = new Set<string>();
  const deepest = graph.nodes.size;
  for (const node of graph.nodes.values()) {
    if (!forks(node)) continue;
    const open = nextOf(graph, node.id).map((id) => ({ id, depth: 1 }));
    const seen = new Set<string>();
    for (let at = open.pop(); at !== undefined; at = open.pop()) {
      const here = graph.nodes.get(at.id);
      const joins = here !== undefined && joining.has(here.type) && here.incoming.length > 1;
      const depth = at.depth - (joins ? 1 : 0);
      if (here === undefined || depth <= 0 || depth > deepest || seen.has(`${at.id} ${depth}`)) continue;
      seen.add(`${at.id} ${depth}`);
      beside.add(at.id);
      const inside = depth + (forks(here) && here.attachedTo === null ? 1 : 0);
      for (const id of nextOf(graph, at.id)) open.push({ id, depth: inside });
    }
    if (node.attachedTo !== null && [...seen].some((at) => holds(graph, at))) beside.add(node.attachedTo);
  }
  return beside;
}

/** Whether a token may stay at a node (`id depth`): one that a timer sends past it, to tell somebody, is gone at once. */
function holds(graph: ProcessGraph, at: string): boolean {
  const node = graph.nodes.get(at.slice(0, at.lastIndexOf(' ')));
  return (
    node !== undefined &&
    (waiting.has(node.type) ||
      joining.has(node.type) ||
      ['SubProcess', 'Transaction', 'CallActivity'].includes(node.type))
  );
}

/** Nodes that a token comes to before it waits anywhere; a waiting one is met but not passed. */
function untilTask(graph: ProcessGraph, from: readonly string[], wanted: string): Set<string> {
  const seen = new Set<string>();
  const open = [...from];
  for (let id = open.pop(); id !== undefined; id = open.pop()) {
    const node = graph.nodes.get(id);
    if (node === undefined || seen.has(id)) continue;
    seen.add(id);
    if (id === wanted || waiting.has(node.type)) continue;
    open.push(...successors(graph, node));
  }
  return seen;
}
