import { bowHeight } from './blockLayout.ts';

export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export interface Point {
  readonly x: number;
  readonly y: number;
}

/**
 * Bends of a flow from border to border, along right angles: straight on its own line; a branch leaves a gateway up or down,
 * comes to one from above or below; to the left it goes from left border to right border; a way back (`bow` half rows) runs
 * above the line.
 */
export function routeFlow(
  from: Box & { readonly gateway: boolean },
  to: Box & { readonly gateway: boolean },
  bow = 0,
): Point[] {
  const [start, end] = [middleOf(from), middleOf(to)];
  if (bow > 0) {
    const y = Math.min(start.y, end.y) - bowHeight(bow);
    return [
      { x: start.x, y: from.y },
      { x: start.x, y },
      { x: end.x, y },
      { x: end.x, y: to.y },
    ];
  }
  const leftwards = end.x < start.x;
  const [out, into] = [
    { x: leftwards ? from.x : from.x + from.width, y: start.y },
    { x: leftwards ? to.x + to.width : to.x, y: end.y },
  ];
  if (start.y === end.y) return [out, into];
  const down = end.y > start.y;
  if (from.gateway)
    return [{ x: start.x, y: down ? from.y + from.height : from.y }, { x: start.x, y: end.y }, into];
  if (to.gateway) return [out, { x: end.x, y: start.y }, { x: end.x, y: down ? to.y : to.y + to.height }];
  const between = (out.x + into.x) / 2;
  return [out, { x: between, y: start.y }, { x: between, y: end.y }, into];
}

function middleOf({ x, y, width, height }: Box): Point {
  return { x: x + width / 2, y: y + height / 2 };
}
