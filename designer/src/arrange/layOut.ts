import type { BpmnConnection, ModelerLike } from '../bpmn/modelerTypes.ts';
import { moveShape } from '../bpmn/moveShape.ts';
import { addDrawing } from './addDrawing.ts';
import type { Moddle, Part } from './drawnParts.ts';
import { givePools } from './givePools.ts';
import { drawPools } from './layOutPools.ts';

export interface Point {
  readonly x: number;
  readonly y: number;
}

/** Where a layout puts things: top left corner by element id, way points by flow id, in units of the diagram. */
export interface Places {
  readonly shapes: ReadonlyMap<string, Point>;
  readonly ways: ReadonlyMap<string, readonly Point[]>;
}

/** The picture part of a laid out process, as XML. Throws when the process cannot be laid out. */
export async function drawLayout(xml: string): Promise<string> {
  const { layoutProcess, moddle } = await tools();
  const { rootElement } = await moddle.fromXML(xml);
  joinUp(rootElement as Part);
  return layoutProcess((await moddle.toXML(rootElement)).xml);
}

/**
 * A file without a drawing with one, every other character as it was: a process laid out, several one below the other in pools
 * with their lanes, which they are given where they have none. Throws when it cannot be laid out.
 */
export async function withDrawing(xml: string): Promise<string> {
  const whole = givePools(xml);
  const { layoutProcess, moddle } = await tools();
  const { rootElement } = await moddle.fromXML(whole);
  const roots = ((rootElement as Part).get('rootElements') ?? []) as Part[];
  if (!roots.some(({ $type }) => $type === 'bpmn:Collaboration'))
    return addDrawing(whole, await drawLayout(whole));
  const drawn = await drawPools(whole, moddle, async (definitions) => {
    joinUp(definitions);
    return layoutProcess((await moddle.toXML(definitions)).xml);
  });
  return addDrawing(whole, drawn);
}

/** They come only when they are asked for. */
async function tools() {
  const [{ layoutProcess }, { BpmnModdle }] = await Promise.all([
    import('bpmn-auto-layout'),
    import('bpmn-moddle'),
  ]);
  return { layoutProcess, moddle: new BpmnModdle() as unknown as Moddle };
}

/** Tells every node of its flows: the layout follows `incoming` and `outgoing`, which other tools leave out. */
function joinUp(part: Part): void {
  const parts = ['rootElements', 'flowElements'].flatMap((name) => (part.get(name) ?? []) as Part[]);
  for (const inner of parts) {
    if (/Process$/.test(inner.$type)) joinUp(inner);
    if (inner.$type !== 'bpmn:SequenceFlow') continue;
    for (const [end, list] of [
      ['sourceRef', 'outgoing'],
      ['targetRef', 'incoming'],
    ] as const) {
      const flows = (inner.get(end) as Part | undefined)?.get(list) as Part[] | undefined;
      if (flows !== undefined && !flows.includes(inner)) flows.push(inner);
    }
  }
}

/** Reads the places off a laid out process. */
export function readPlaces(xml: string): Places {
  const document = new DOMParser().parseFromString(xml, 'application/xml');
  const named = (name: string) => [...document.getElementsByTagNameNS('*', name)];
  const number = (element: Element | undefined, name: string) => Number(element?.getAttribute(name) ?? 0);
  const point = (element: Element | undefined) => ({ x: number(element, 'x'), y: number(element, 'y') });
  const of = (element: Element) => element.getAttribute('bpmnElement') ?? '';
  return {
    shapes: new Map(
      named('BPMNShape').map((shape) => [
        of(shape),
        point([...shape.children].find(({ localName }) => localName === 'Bounds')),
      ]),
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
export function moveTo(modeler: ModelerLike, { shapes, ways }: Places): void {
  const registry = modeler.get('elementRegistry');
  const modeling = modeler.get('modeling');
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
