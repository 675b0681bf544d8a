import type { ModelerLike } from './modelerTypes.ts';

export interface Mark {
  readonly id: string;
  /** Class that the element gets. */
  readonly marker: string;
  /** A small sign beside it, which people who do not see it are told elsewhere. */
  readonly badge?: {
    readonly className: string;
    readonly text: string;
    readonly position: Readonly<Record<string, number>>;
  };
}

/** Marks elements that are drawn; answers how to take the marks away. `type` tells them from those of other parts. */
export function paintMarks(modeler: ModelerLike, type: string, marks: readonly Mark[]): () => void {
  const [canvas, overlays, registry] = [
    modeler.get('canvas'),
    modeler.get('overlays'),
    modeler.get('elementRegistry'),
  ];
  const painted = marks.filter(({ id }) => registry.get(id) !== undefined);
  for (const { id, marker, badge } of painted) {
    canvas.addMarker(id, marker);
    if (badge === undefined) continue;
    const html = document.createElement('div');
    html.className = badge.className;
    html.textContent = badge.text;
    html.setAttribute('aria-hidden', 'true');
    overlays.add(id, type, { position: badge.position, html });
  }
  return () => {
    overlays.remove({ type });
    for (const { id, marker } of painted) if (registry.get(id) !== undefined) canvas.removeMarker(id, marker);
  };
}
