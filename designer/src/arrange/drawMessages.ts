import { type Box, boxOf, idOf, listOf, type Moddle, type Part, refOf } from './drawnParts.ts';
import type { Point } from './layOut.ts';

/** Width of the narrowest pool; a step is never as wide. */
export const leastWidth = 400;

/** The messages between pools, each straight over from one end to the other; those of which an end is not drawn are left out. */
export function drawMessages(moddle: Moddle, collaboration: Part, shapes: readonly Part[]): Part[] {
  const boxes = new Map(shapes.map((shape) => [idOf(shape), boxOf(shape)]));
  return listOf(collaboration, 'messageFlows').flatMap((flow) => {
    const way = straightOver(boxes.get(refOf(flow, 'sourceRef')), boxes.get(refOf(flow, 'targetRef')));
    return way === undefined ? [] : [edgeOf(moddle, flow, way)];
  });
}

function edgeOf(moddle: Moddle, flow: Part, way: readonly Point[]): Part {
  return moddle.create('bpmndi:BPMNEdge', {
    id: `${flow.id ?? ''}_di`,
    bpmnElement: flow,
    waypoint: way.map((point) => moddle.create('dc:Point', { ...point })),
  });
}

/** From the edge of one to the edge of the other, over the room between them; a whole pool is met where the other end is. */
function straightOver(from: Box | undefined, to: Box | undefined): Point[] | undefined {
  if (from === undefined || to === undefined) return undefined;
  const wide = (box: Box) => box.width >= leastWidth;
  const middle = (box: Box, other: Box) => (wide(box) && !wide(other) ? other : box);
  const x = (box: Box) => box.x + box.width / 2;
  const [start, end] = [x(middle(from, to)), x(middle(to, from))];
  const down = from.y < to.y;
  const leaves = { x: start, y: down ? from.y + from.height : from.y };
  const arrives = { x: end, y: down ? to.y : to.y + to.height };
  if (Math.abs(start - end) < 1) return [leaves, arrives];
  const half = (leaves.y + arrives.y) / 2;
  return [leaves, { x: start, y: half }, { x: end, y: half }, arrives];
}
