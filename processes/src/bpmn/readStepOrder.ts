import { type ProcessGraph, readBpmn } from './readBpmn.ts';
import { reachableFrom, roots } from './walkGraph.ts';

/**
 * For each user task those that a case has always completed when it comes there, whatever way it took; without ways out
 * of an earlier task by its boundary events. Of parallel branches only what lies before their fork is known.
 * Throws Error when the text is no BPMN or has no process.
 */
export async function readStepOrder(bpmnXml: string): Promise<Map<string, readonly string[]>> {
  const [graph] = (await readBpmn(bpmnXml)).processes;
  if (!graph) throw new Error('the file has no process');
  return stepOrderOf(graph);
}

/** The same of a process that has been read. */
function stepOrderOf(graph: ProcessGraph): Map<string, readonly string[]> {
  const tasks = [...graph.nodes.values()].filter(({ type }) => type === 'UserTask').map(({ id }) => id);
  const ways = new Map(tasks.map((id) => [id, waysWithout(graph, id)]));
  return new Map(
    tasks.map((step) => [step, tasks.filter((before) => before !== step && !ways.get(before)?.has(step))]),
  );
}

/** Every node that a case can come to without having completed the task `id`; out of it only by its boundary events. */
export function waysWithout(graph: ProcessGraph, id: string): ReadonlySet<string> {
  const sideways = [...graph.nodes.values()].filter(({ attachedTo }) => attachedTo === id);
  return reachableFrom(graph, [...roots(graph), ...sideways.map((node) => node.id)], id);
}
