import type { PackEditor } from '../bpmn/PackEditor.ts';

interface Point {
  readonly x: number;
  readonly y: number;
}

const STEP = 20;
const MARGIN = 20;

/**
 * The middle, below a line of the diagram, of a free place for a shape of this size (units of the diagram): `from` is the
 * line, `x` the middle of the shape.
 */
export function placeBeside(
  editor: PackEditor,
  { x, from, width, height }: { x: number; from: number; width: number; height: number },
): { x: number; y: number } {
  const shapes = editor
    .service('elementRegistry')
    .filter(
      ({ waypoints, type, width: own = 0, height: tall = 0 }) =>
        waypoints === undefined &&
        type !== 'bpmn:SubProcess' &&
        type !== 'bpmn:Participant' &&
        own * tall > 0,
    )
    .filter((shape) => shape.type !== 'bpmn:Lane' && shape.parent !== undefined && shape.parent !== null)
    .filter(
      ({ x: left = 0, width: own = 0 }) =>
        left < x + width / 2 + MARGIN && left + own > x - width / 2 - MARGIN,
    );
  const lines = editor
    .service('elementRegistry')
    .filter(({ waypoints, parent }) => waypoints !== undefined && parent !== undefined && parent !== null)
    .flatMap(({ waypoints = [] }) => segmentsOf(waypoints as readonly Point[]));
  let y = from + 110;
  const crossed = () =>
    lines.some(
      ([a, b]) =>
        Math.min(a.x, b.x) < x + width / 2 &&
        Math.max(a.x, b.x) > x - width / 2 &&
        Math.min(a.y, b.y) < y + height / 2 + MARGIN &&
        Math.max(a.y, b.y) > y - height / 2 - MARGIN,
    );
  const taken = () =>
    crossed() ||
    shapes.some(
      ({ y: top = 0, height: tall = 0 }) =>
        top < y + height / 2 + MARGIN && top + tall > y - height / 2 - MARGIN,
    );
  while (taken()) y += STEP;
  return { x, y };
}

function segmentsOf(points: readonly Point[]): [Point, Point][] {
  return points.slice(1).map((point, at) => [points[at] ?? point, point]);
}
