import type { ModelerLike } from '../bpmn/modelerTypes.ts';
import type { Finding, Locale } from '../model/packFiles.ts';

const OVERLAY = 'onewindow-finding';
const marked = new WeakMap<ModelerLike, readonly string[]>();

/** Puts a badge with the number of findings at each element of the diagram and takes the old ones away. */
export function markFindings(modeler: ModelerLike, findings: readonly Finding[], locale: Locale): void {
  const [overlays, canvas, registry] = [
    modeler.get('overlays'),
    modeler.get('canvas'),
    modeler.get('elementRegistry'),
  ];
  overlays.remove({ type: OVERLAY });
  for (const id of marked.get(modeler) ?? []) {
    if (registry.get(id) !== undefined) canvas.removeMarker(id, 'owd-has-finding');
  }
  const byElement = new Map<string, Finding[]>();
  for (const finding of findings) {
    if (finding.element === undefined || registry.get(finding.element)?.parent === undefined) continue;
    byElement.set(finding.element, [...(byElement.get(finding.element) ?? []), finding]);
  }
  for (const [id, list] of byElement) {
    const badge = document.createElement('div');
    badge.className = `owd-badge ${list.some((finding) => finding.severity === 'error') ? 'error' : 'warning'}`;
    badge.textContent = String(list.length);
    badge.title = list.map((finding) => (locale === 'en' ? finding.en : finding.zh)).join('\n');
    overlays.add(id, OVERLAY, { position: { top: -12, right: 12 }, html: badge });
    canvas.addMarker(id, 'owd-has-finding');
  }
  marked.set(modeler, [...byElement.keys()]);
}
