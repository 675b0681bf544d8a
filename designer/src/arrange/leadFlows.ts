import { boxOf, idOf, isShape, type Moddle, type Part, refOf, shift } from './drawnParts.ts';
import { routeAround } from './routeAround.ts';

/** Flows inside what moved as a whole move along; the others find their way anew. */
export function leadFlows(
  moddle: Moddle,
  elements: readonly Part[],
  holders: ReadonlyMap<string, string>,
  moved: ReadonlyMap<string, number>,
): void {
  const boxes = new Map(elements.filter(isShape).map((shape) => [idOf(shape), boxOf(shape)]));
  const outer = [...boxes].filter(([id]) => !holders.has(id));
  for (const edge of elements) {
    if (isShape(edge)) continue;
    const flow = edge.get('bpmnElement') as Part;
    const [source, target] = [refOf(flow, 'sourceRef'), refOf(flow, 'targetRef')];
    const [from, to] = [boxes.get(source), boxes.get(target)];
    const holder = holders.get(source);
    if (from === undefined || to === undefined) continue;
    if (holder !== undefined && holder === holders.get(target)) {
      shift(edge, 0, moved.get(holder) ?? 0);
      continue;
    }
    const others = outer.filter(([id]) => id !== source && id !== target).map(([, box]) => box);
    edge.set('label', undefined);
    edge.set(
      'waypoint',
      routeAround(from, to, others).map((point) => moddle.create('dc:Point', { ...point })),
    );
  }
}
