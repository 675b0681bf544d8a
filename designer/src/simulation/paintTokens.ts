import type { ModelerLike } from '../bpmn/modelerTypes.ts';
import type { Simulation } from './simulate.ts';

const OVERLAY = 'onewindow-simulation';

/** Marks where tokens rest and what they have passed; answers how to take it away. */
export function paintTokens(modeler: ModelerLike, { tokens, passed }: Simulation): () => void {
  const [canvas, overlays, registry] = [
    modeler.get('canvas'),
    modeler.get('overlays'),
    modeler.get('elementRegistry'),
  ];
  const painted: [string, string][] = [];
  const mark = (id: string, marker: string) => {
    if (registry.get(id) === undefined) return;
    canvas.addMarker(id, marker);
    painted.push([id, marker]);
  };
  for (const id of new Set(passed)) mark(id, 'owd-passed');
  for (const id of new Set(tokens.map(({ at }) => at))) {
    mark(id, 'owd-token');
    if (registry.get(id) === undefined) continue;
    const badge = document.createElement('div');
    badge.className = 'owd-token-badge';
    badge.textContent = '●';
    badge.setAttribute('aria-hidden', 'true');
    overlays.add(id, OVERLAY, { position: { top: -12, left: -8 }, html: badge });
  }
  return () => {
    overlays.remove({ type: OVERLAY });
    for (const [id, marker] of painted) if (registry.get(id) !== undefined) canvas.removeMarker(id, marker);
  };
}
