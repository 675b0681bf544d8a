import { SET_FRAMES } from '../bpmn/commands.ts';
import type { BpmnConnection, ModelerLike } from '../bpmn/modelerTypes.ts';
import { moveShape } from '../bpmn/moveShape.ts';
import type { Box } from './drawnParts.ts';
import type { Point } from './layOut.ts';

/**
 * Where a layout puts things, in units of the diagram: pools and lanes by element id, top left corners of everything else, way
 * points by flow id.
 */
export interface Places {
  readonly frames: ReadonlyMap<string, Readonly<Box>>;
  readonly shapes: ReadonlyMap<string, Point>;
  readonly ways: ReadonlyMap<string, readonly Point[]>;
}

/** Reads the places off a laid out process. */
export function readPlaces(xml: string): Places {
  const document = new DOMParser().parseFromString(xml, 'application/xml');
  const named = (name: string) => [...document.getElementsByTagNameNS('*', name)];
  const number = (element: Element | undefined, name: string) => Number(element?.getAttribute(name) ?? 0);
  const point = (element: Element | undefined) => ({ x: number(element, 'x'), y: number(element, 'y') });
  const of = (element: Element) => element.getAttribute('bpmnElement') ?? '';
  const bounds = (shape: Element) => [...shape.children].find(({ localName }) => localName === 'Bounds');
  const framed = named('BPMNShape').filter((shape) => shape.hasAttribute('isHorizontal'));
  return {
    frames: new Map(
      framed.map((shape) => {
        const frame = bounds(shape);
        const [width, height] = [number(frame, 'width'), number(frame, 'height')];
        return [of(shape), { ...point(frame), width, height }];
      }),
    ),
    shapes: new Map(
      named('BPMNShape')
        .filter((shape) => !framed.includes(shape))
        .map((shape) => [of(shape), point(bounds(shape))]),
    ),
    ways: new Map(
      named('BPMNEdge').map((edge) => [
        of(edge),
        [...edge.children].filter(({ localName }) => localName === 'waypoint').map(point),
      ]),
    ),
  };
}

/** Moves what is in the diagram to its places; names go along. Call it inside one step of undo. */
export function moveTo(modeler: ModelerLike, { frames, shapes, ways }: Places): void {
  const registry = modeler.get('elementRegistry');
  const modeling = modeler.get('modeling');
  // First the pools and lanes, which leave what is in them where it is: each step then comes to lie in its own.
  if (frames.size > 0) modeler.get('commandStack').execute(SET_FRAMES, { frames });
  for (const [id, to] of shapes) {
    const shape = registry.get(id);
    if (shape?.parent === undefined || shape.waypoints !== undefined || shape.type === 'bpmn:BoundaryEvent')
      continue;
    moveShape(modeling, shape, { x: to.x - (shape.x ?? 0), y: to.y - (shape.y ?? 0) });
  }
  for (const [id, way] of ways) {
    const flow = registry.get(id);
    if (flow?.waypoints !== undefined && way.length > 1)
      modeling.updateWaypoints(flow as BpmnConnection, way);
  }
}
