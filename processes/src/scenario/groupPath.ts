import { readBpmn } from '../bpmn/readBpmn.ts';
import { reachableFrom } from '../bpmn/walkGraph.ts';

/**
 * The path of a case as a scenario expects it: one after the other, and as a list of its own what ran side by side, whose
 * order may be another the next time. Two elements ran side by side when neither lies behind the one that came first.
 * Throws Error when the text is no BPMN.
 */
export async function groupPath(bpmnXml: string, passed: readonly string[]): Promise<(string | string[])[]> {
  const [graph] = (await readBpmn(bpmnXml)).processes;
  if (!graph) return [...passed];
  const behind = new Map<string, ReadonlySet<string>>();
  const liesBehind = (id: string, before: string): boolean => {
    const known = behind.get(before) ?? reachableFrom(graph, [before]);
    behind.set(before, known);
    return known.has(id);
  };
  const groups: string[][] = [];
  for (const id of passed) {
    const beside = groups.findIndex((group) => group.some((before) => !liesBehind(id, before)));
    if (beside === -1) groups.push([id]);
    else groups.push([...groups.splice(beside).flat(), id]);
  }
  return groups.map((group) => (group.length === 1 ? (group[0] ?? '') : group));
}
