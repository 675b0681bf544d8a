import type { BpmnElement } from '../bpmn/modelerTypes.ts';

/** The first element at which all ways out of a gateway meet again; undefined when they never do. */
export function findMerge(gateway: BpmnElement): BpmnElement | undefined {
  const [first, ...others] = gateway.outgoing.map(({ target }) => reachedFrom(target, gateway));
  if (first === undefined) return undefined;
  // A single way has met what follows it.
  if (others.length === 0) return [...first][0];
  return [...first].find((element) => others.every((reached) => reached.has(element)));
}

/** What a case comes to from an element, in the order of the flow; not past `stop`. */
function reachedFrom(element: BpmnElement, stop: BpmnElement): Set<BpmnElement> {
  const reached = new Set<BpmnElement>([element]);
  for (const at of reached) for (const { target } of at.outgoing) if (target !== stop) reached.add(target);
  return reached;
}
