import type { BpmnConnection, BpmnElement } from '../bpmn/modelerTypes.ts';

/** Where something can be added, seen from an element. */
export type Place = 'after' | 'before' | 'parallel' | 'branch';

export const isGateway = ({ type }: BpmnElement): boolean =>
  type === 'bpmn:ExclusiveGateway' || type === 'bpmn:InclusiveGateway';

/** The one flow of a list, undefined when there is none or more than one. */
export function onlyFlow(flows: readonly BpmnConnection[]): BpmnConnection | undefined {
  const lines = flows.filter(({ type }) => type === 'bpmn:SequenceFlow');
  return lines.length === 1 ? lines[0] : undefined;
}

/** The places that the structure allows: beside a flow only on it, nothing behind an end, nothing before a start. */
export function placesFor(element: BpmnElement): Place[] {
  if (element.type === 'bpmn:SequenceFlow') return ['after'];
  if (!/(Task|Gateway|Event|SubProcess)$/.test(element.type)) return [];
  const [before, after] = [onlyFlow(element.incoming), onlyFlow(element.outgoing)];
  const places: Place[] = [];
  const ends = element.type === 'bpmn:EndEvent';
  const bound = element.type === 'bpmn:BoundaryEvent';
  if (!ends) places.push('after');
  if (element.type !== 'bpmn:StartEvent' && !bound) places.push('before');
  const isWork = /(Task|SubProcess)$/.test(element.type);
  if (isWork && before !== undefined && after !== undefined) places.push('parallel');
  if (!ends && (isGateway(element) || (after !== undefined && !bound))) places.push('branch');
  return places;
}
