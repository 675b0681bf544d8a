import type { ModelerLike } from '../bpmn/modelerTypes.ts';
import type { Coverage } from './ScenarioReport.ts';

const OVERLAY = 'onewindow-coverage';

/** Marks what scenarios have passed with a tick and what none has with a line through; answers how to take it away. */
export function paintCoverage(modeler: ModelerLike, { nodes, flows }: Coverage): () => void {
  const [canvas, overlays, registry] = [
    modeler.get('canvas'),
    modeler.get('overlays'),
    modeler.get('elementRegistry'),
  ];
  const painted: [string, string][] = [];
  for (const { id, passed } of [...nodes, ...flows]) {
    if (registry.get(id) === undefined) continue;
    const marker = passed ? 'owd-covered' : 'owd-uncovered';
    canvas.addMarker(id, marker);
    painted.push([id, marker]);
  }
  for (const { id, passed } of nodes) {
    if (registry.get(id) === undefined) continue;
    const badge = document.createElement('div');
    badge.className = `owd-cover-badge ${passed ? 'passed' : 'left'}`;
    badge.textContent = passed ? '✓' : '○';
    badge.setAttribute('aria-hidden', 'true');
    overlays.add(id, OVERLAY, { position: { bottom: 10, right: 12 }, html: badge });
  }
  return () => {
    overlays.remove({ type: OVERLAY });
    for (const [id, marker] of painted) if (registry.get(id) !== undefined) canvas.removeMarker(id, marker);
  };
}
