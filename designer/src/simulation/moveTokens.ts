import type { ModelerLike } from '../bpmn/modelerTypes.ts';
import { pointAt } from './movesOf.ts';

/** Milliseconds that a token takes from one node to the next. */
const PACE = 450;
const SVG = 'http://www.w3.org/2000/svg';

/**
 * Lets tokens go along their flows in the drawing, a stage after the other; answers how to stop. Whoever has asked for less
 * motion sees none: where the tokens are is painted anyway.
 */
export function moveTokens(modeler: ModelerLike, stages: readonly (readonly string[])[]): () => void {
  if (stages.length === 0 || matchMedia('(prefers-reduced-motion: reduce)').matches) return () => undefined;
  const registry = modeler.get('elementRegistry');
  const layer = modeler.get('canvas').getActiveLayer();
  const drawn: SVGCircleElement[] = [];
  let frame = 0;
  const clear = () => {
    for (const dot of drawn.splice(0)) dot.remove();
  };
  let stage = -1;
  let begun = 0;
  let ways: { dot: SVGCircleElement; way: readonly { x: number; y: number }[] }[] = [];
  const begin = (now: number): boolean => {
    clear();
    stage += 1;
    begun = now;
    ways = (stages[stage] ?? []).flatMap((id) => {
      const way = registry.get(id)?.waypoints as readonly { x: number; y: number }[] | undefined;
      if (way === undefined) return [];
      const dot = document.createElementNS(SVG, 'circle');
      dot.setAttribute('r', '9');
      dot.setAttribute('class', 'owd-moving');
      dot.setAttribute('aria-hidden', 'true');
      layer.append(dot);
      drawn.push(dot);
      return [{ dot, way }];
    });
    return stage < stages.length;
  };
  const step = (now: number) => {
    if ((stage < 0 || now - begun > PACE) && !begin(now)) return clear();
    for (const { dot, way } of ways) {
      const { x, y } = pointAt(way, (now - begun) / PACE);
      dot.setAttribute('cx', String(x));
      dot.setAttribute('cy', String(y));
    }
    frame = requestAnimationFrame(step);
  };
  frame = requestAnimationFrame(step);
  return () => {
    cancelAnimationFrame(frame);
    clear();
  };
}
