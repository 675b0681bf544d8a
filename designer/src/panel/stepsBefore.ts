import type { BpmnElement } from '../bpmn/modelerTypes.ts';

/** The user tasks from which a case can come to an element, nearest first; out of its sub-process too. */
export function stepsBefore(element: BpmnElement): BpmnElement[] {
  return elementsBefore(element).filter((one) => one.type === 'bpmn:UserTask' && one !== element);
}

/** Everything from which a case can come to an element, nearest first; the element itself only where a loop leads back to it. */
export function elementsBefore(element: BpmnElement): BpmnElement[] {
  const seen = new Set<BpmnElement>();
  const open = [element];
  for (let next = open.shift(); next !== undefined; next = open.shift()) {
    const before = [
      ...next.incoming.map(({ source }) => source),
      ...(next.host ? [next.host] : []),
      ...(next.incoming.length === 0 && next.parent?.type === 'bpmn:SubProcess' ? [next.parent] : []),
    ];
    for (const one of before) {
      if (one === undefined || one === null || seen.has(one)) continue;
      seen.add(one);
      open.push(one);
    }
  }
  return [...seen];
}
