import type { Box } from './drawnParts.ts';
import type { Point } from './layOut.ts';

/** Half of the room between two columns and between two rows of a layout: there nothing is in the way. */
const gutter = 22;

/**
 * A flow from one box to another in straight pieces, round what lies between; the shortest thought of that crosses none
 * of the `others`, or the plainest where every one crosses something.
 */
export function routeAround(from: Box, to: Box, others: readonly Box[]): readonly Point[] {
  const ways = waysBetween(from, to);
  const inTheWay = [from, to, ...others];
  const [plainest = []] = ways;
  return ways.find((way) => inTheWay.every((box) => !crosses(way, box))) ?? plainest;
}

function waysBetween(from: Box, to: Box): Point[][] {
  const [start, end] = [edgesOf(from), edgesOf(to)];
  const level = Math.abs(start.right.y - end.left.y) < 1;
  const [after, before] = [start.right.x + gutter, end.left.x - gutter];
  const rows = [
    Math.min(from.y, to.y) - gutter,
    Math.max(from.y + from.height, to.y + to.height) + gutter,
    from.y - gutter,
    from.y + from.height + gutter,
    to.y - gutter,
    to.y + to.height + gutter,
  ];
  const out = (y: number) => [start.right, { x: after, y: start.right.y }, { x: after, y }];
  const down = (y: number) => {
    const leave = y < from.y ? start.top : start.bottom;
    return [leave, { x: leave.x, y }];
  };
  const enter = (y: number) => [{ x: before, y }, { x: before, y: end.left.y }, end.left];
  const fall = (y: number) => {
    const arrive = y < to.y ? end.top : end.bottom;
    return [{ x: arrive.x, y }, arrive];
  };
  return [
    ...(level && start.right.x < end.left.x ? [[start.right, end.left]] : []),
    ...(after <= before
      ? [after, before].map((x) => [start.right, { x, y: start.right.y }, { x, y: end.left.y }, end.left])
      : []),
    ...rows.map((y) => [...down(y), ...enter(y)]),
    ...rows.map((y) => [...down(y), ...fall(y)]),
    ...rows.map((y) => [...out(y), ...enter(y)]),
    ...rows.map((y) => [...out(y), ...fall(y)]),
  ];
}

function edgesOf({ x, y, width, height }: Box) {
  const middle = { x: x + width / 2, y: y + height / 2 };
  return {
    right: { x: x + width, y: middle.y },
    left: { x, y: middle.y },
    top: { x: middle.x, y },
    bottom: { x: middle.x, y: y + height },
  };
}

/** Whether a piece of the way runs through the inside of the box. */
function crosses(way: readonly Point[], { x, y, width, height }: Box): boolean {
  return way.slice(1).some((to, at) => {
    const from = way[at] ?? to;
    return (
      Math.max(from.x, to.x) > x &&
      Math.min(from.x, to.x) < x + width &&
      Math.max(from.y, to.y) > y &&
      Math.min(from.y, to.y) < y + height
    );
  });
}
