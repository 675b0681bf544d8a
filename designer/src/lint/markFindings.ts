import type { ModelerLike } from '../bpmn/modelerTypes.ts';
import type { Finding, Locale } from '../model/packFiles.ts';

const OVERLAY = 'onewindow-finding';

interface Badge {
  readonly overlay: string;
  readonly said: string;
}

const marked = new WeakMap<ModelerLike, ReadonlyMap<string, Badge>>();

/** Puts a badge with the number of findings at each element of the diagram; those that say the same stay. */
export function markFindings(modeler: ModelerLike, findings: readonly Finding[], locale: Locale): void {
  const [overlays, canvas, registry] = [
    modeler.get('overlays'),
    modeler.get('canvas'),
    modeler.get('elementRegistry'),
  ];
  const byElement = new Map<string, Finding[]>();
  for (const finding of findings) {
    if (finding.element === undefined || registry.get(finding.element)?.parent === undefined) continue;
    byElement.set(finding.element, [...(byElement.get(finding.element) ?? []), finding]);
  }
  const before = marked.get(modeler) ?? new Map<string, Badge>();
  const now = new Map<string, Badge>();
  for (const [id, list] of byElement) {
    const kind = list.some((finding) => finding.severity === 'error') ? 'error' : 'warning';
    const title = list.map((finding) => (locale === 'en' ? finding.en : finding.zh)).join('\n');
    const said = `${kind} ${list.length} ${title}`;
    const known = before.get(id);
    if (known?.said === said && overlays.get(known.overlay) !== undefined) {
      now.set(id, known);
      continue;
    }
    if (known !== undefined) overlays.remove(known.overlay);
    const badge = document.createElement('div');
    badge.className = `owd-badge ${kind}`;
    badge.textContent = String(list.length);
    badge.title = title;
    const overlay = overlays.add(id, OVERLAY, { position: { top: -12, right: 12 }, html: badge });
    canvas.addMarker(id, 'owd-has-finding');
    now.set(id, { overlay, said });
  }
  for (const [id, { overlay }] of before) {
    if (now.has(id)) continue;
    overlays.remove(overlay);
    if (registry.get(id) !== undefined) canvas.removeMarker(id, 'owd-has-finding');
  }
  marked.set(modeler, now);
}
