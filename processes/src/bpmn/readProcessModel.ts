import { type ProcessGraph, readBpmn } from './readBpmn.ts';
import { backEdges, reachableFrom } from './walkGraph.ts';

export interface UserStep {
  /** Id of the user task. */
  readonly key: string;
  readonly name: string;
  readonly form: string;
  readonly candidateGroups: string;
  /** On a way to the good end; the others are shown only once they have come. */
  readonly main: boolean;
  /** A case may reach the good end without it. */
  readonly optional: boolean;
}

export interface ProcessModel {
  readonly id: string;
  readonly name: string;
  /** In the order in which a case meets them, ways back left out. */
  readonly steps: readonly UserStep[];
  readonly ends: readonly { readonly id: string; readonly name: string }[];
}

/**
 * Summary of the flow for progress pages. The good end is the first end event of the file. Throws Error when the
 * text is no BPMN or has no process.
 */
export async function readProcessModel(bpmnXml: string): Promise<ProcessModel> {
  const [graph] = (await readBpmn(bpmnXml)).processes;
  if (!graph) throw new Error('the file has no process');
  const all = [...graph.nodes.values()];
  const ends = all.filter(({ type, scope }) => type === 'EndEvent' && scope === null);
  const start = all.find(({ type, scope }) => type === 'StartEvent' && scope === null);
  const goodEnd = ends[0]?.id;
  const reaches = (without: string) =>
    start !== undefined && goodEnd !== undefined && reachableFrom(graph, [start.id], without).has(goodEnd);
  const steps = inOrder(graph).flatMap((id) => {
    const node = graph.nodes.get(id);
    if (node?.type !== 'UserTask') return [];
    const { element } = node;
    return [
      {
        key: id,
        name: node.name,
        form: String(element.get('camunda:formKey') ?? ''),
        candidateGroups: String(element.get('camunda:candidateGroups') ?? ''),
        main: goodEnd !== undefined && reachableFrom(graph, [id]).has(goodEnd),
        optional: reaches(id),
      },
    ];
  });
  return { id: graph.id, name: graph.name, steps, ends: ends.map(({ id, name }) => ({ id, name })) };
}

/** Ids in topological order once the ways back are left out; ties in the order of the file. */
function inOrder(graph: ProcessGraph): string[] {
  const back = backEdges(graph);
  const forward = graph.flows.filter(({ id }) => !back.has(id));
  const waiting = new Map(
    [...graph.nodes.keys()].map((id) => [id, forward.filter((flow) => flow.target === id).length]),
  );
  const order: string[] = [];
  const ready = [...waiting].filter(([, count]) => count === 0).map(([id]) => id);
  const rank = new Map([...graph.nodes.keys()].map((id, index) => [id, index]));
  while (ready.length > 0) {
    ready.sort((a, b) => (rank.get(a) ?? 0) - (rank.get(b) ?? 0));
    const id = ready.shift() ?? '';
    order.push(id);
    for (const { target } of forward.filter(({ source }) => source === id)) {
      const left = (waiting.get(target) ?? 0) - 1;
      waiting.set(target, left);
      if (left === 0) ready.push(target);
    }
  }
  return order;
}
