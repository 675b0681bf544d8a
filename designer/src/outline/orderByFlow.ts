import type { BpmnElement } from '../bpmn/modelerTypes.ts';

/** Elements in the order in which a case meets them, from the start events; what no flow reaches comes last. */
export function orderByFlow(elements: readonly BpmnElement[]): BpmnElement[] {
  const given = new Set(elements);
  const ordered = new Set<BpmnElement>();
  const queue = elements.filter((element) => element.type === 'bpmn:StartEvent');
  const seen = new Set<BpmnElement>(queue);
  for (let element = queue.shift(); element !== undefined; element = queue.shift()) {
    if (given.has(element)) ordered.add(element);
    for (const flow of element.outgoing) {
      if (given.has(flow)) ordered.add(flow);
      if (seen.has(flow.target)) continue;
      seen.add(flow.target);
      queue.push(flow.target);
    }
  }
  return [...ordered, ...elements.filter((element) => !ordered.has(element))];
}
