import type { BpmnElement } from '../bpmn/modelerTypes.ts';

/**
 * Elements so that each comes behind all that lead to it; a way back counts for nothing. (The outline goes by the shortest
 * way, which puts a decision before an inspection that only some cases need.)
 */
export function orderSteps(elements: readonly BpmnElement[]): BpmnElement[] {
  const done = new Set<BpmnElement>();
  const onWay = new Set<BpmnElement>();
  const ordered: BpmnElement[] = [];
  const visit = (element: BpmnElement): void => {
    if (done.has(element) || onWay.has(element)) return;
    onWay.add(element);
    for (const next of nextOf(element, elements)) visit(next);
    onWay.delete(element);
    done.add(element);
    ordered.unshift(element);
  };
  const starts = elements.filter(({ type }) => type === 'bpmn:StartEvent');
  // Last first: what is visited later stands further in front.
  for (const start of [...starts].reverse()) visit(start);
  const reached = [...ordered];
  return [...reached, ...elements.filter((element) => !done.has(element))];
}

/** Where a token goes from here: its flows, in reverse so that the first stays first; boundary events go with their host. */
function nextOf(element: BpmnElement, all: readonly BpmnElement[]): BpmnElement[] {
  const hosted = all.filter((other) => (other as { host?: BpmnElement }).host === element);
  return [...element.outgoing.map(({ target }) => target), ...hosted].reverse();
}
