import type { FlowGraph } from './flowGraph.ts';
import type { Simulation } from './simulate.ts';

/** Most stages of one step that are shown; a long way is seen from its end. */
const MOST_STAGES = 6;

/**
 * The flows that were gone through between two moments, in stages: what leaves one node at once is one stage. Empty when
 * the later moment is none after the earlier (a step taken back, another walk).
 */
export function movesOf(graph: FlowGraph, before: Simulation, after: Simulation): string[][] {
  const isLater =
    after.passed.length > before.passed.length && before.passed.every((id, at) => after.passed[at] === id);
  if (!isLater) return [];
  const stages: string[][] = [];
  for (const id of after.passed.slice(before.passed.length)) {
    if (graph.has(id)) stages.push([]);
    else stages.at(-1)?.push(id);
  }
  return stages.filter((flows) => flows.length > 0).slice(-MOST_STAGES);
}

interface Point {
  readonly x: number;
  readonly y: number;
}

/** Where somebody is who has gone a share (0 to 1) of a way of straight pieces. */
export function pointAt(way: readonly Point[], share: number): Point {
  const pieces = way.slice(1).map((to, at) => {
    const from = way[at] as Point;
    return { from, to, length: Math.hypot(to.x - from.x, to.y - from.y) };
  });
  let left = pieces.reduce((sum, { length }) => sum + length, 0) * Math.min(1, Math.max(0, share));
  for (const { from, to, length } of pieces) {
    if (left <= length && length > 0) {
      const part = left / length;
      return { x: from.x + (to.x - from.x) * part, y: from.y + (to.y - from.y) * part };
    }
    left -= length;
  }
  return way.at(-1) ?? { x: 0, y: 0 };
}
