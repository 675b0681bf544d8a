import { useEffect, useRef, useState } from 'react';
import type { ModelerLike } from '../bpmn/modelerTypes.ts';
import { showWhole } from '../bpmn/showDrawing.ts';
import type { Locale } from '../model/packFiles.ts';
import { createViewer } from './createViewer.ts';
import { PictureTools } from './PictureTools.tsx';
import 'bpmn-js/dist/assets/diagram-js.css';
import 'bpmn-js/dist/assets/bpmn-js.css';
import './path.css';

/** What every picture of a process needs around it. */
export interface PictureProps {
  readonly xml: string;
  readonly locale: Locale;
  readonly label: string;
  readonly buttons: { readonly zoomIn: string; readonly zoomOut: string; readonly fit: string };
  /** Said when the picture cannot be drawn. */
  readonly broken: string;
}

interface DiagramPictureProps extends PictureProps {
  /** Ids of what must be in sight first where the whole cannot be read. */
  readonly first: readonly string[];
  /** Paints into the picture once it is drawn; `say` tells what is pointed at or has the focus. Anew whenever it is another function. */
  readonly paint: (viewer: ModelerLike, say: (words: string) => void) => void;
}

/** A process to look at: zoomed by buttons, its elements reached by Tab where `paint` makes them so. */
export function DiagramPicture(props: DiagramPictureProps) {
  const { xml, first, paint, locale, label, buttons, broken } = props;
  const place = useRef<HTMLDivElement>(null);
  const viewer = useRef<ModelerLike>(null);
  const [failed, setFailed] = useState(false);
  const [words, setWords] = useState('');
  useEffect(() => {
    const container = place.current;
    if (container === null) return;
    let left = false;
    const opened = createViewer(container, locale);
    opened.importXML(xml).then(
      () => {
        if (left) return;
        viewer.current = opened;
        showWhereItStands(opened, first, container.clientWidth);
        paint(opened, setWords);
      },
      () => !left && setFailed(true),
    );
    return () => {
      left = true;
      viewer.current = null;
      opened.destroy();
    };
  }, [xml, first, paint, locale]);
  if (failed) return <p role="alert">{broken}</p>;
  return (
    <div className="owp" lang={locale}>
      <PictureTools buttons={buttons} viewer={() => viewer.current ?? undefined}>
        <span role="status">{words}</span>
      </PictureTools>
      <div ref={place} className="owp-canvas" role="group" aria-label={label} />
    </div>
  );
}

/** Smallest scale at which the names in the picture can be read. */
const READABLE = 0.6;

/** The whole picture where it can be read, else the part that matters. */
function showWhereItStands(viewer: ModelerLike, first: readonly string[], width: number): void {
  const canvas = viewer.get('canvas');
  showWhole(viewer, true);
  if (canvas.zoom() >= READABLE) return;
  canvas.zoom(READABLE);
  const [element] = first.flatMap((id) => viewer.get('elementRegistry').get(id) ?? []);
  const beside = Math.min(300, width / 4);
  if (element !== undefined)
    canvas.scrollToElement(element, { top: 150, right: beside, bottom: 150, left: beside });
}

/** Makes an element of the picture reachable by Tab, named, and spoken of when it has the focus or is pointed at. */
export function tell(viewer: ModelerLike, id: string, words: string, say: (words: string) => void): void {
  const drawn = viewer.get('elementRegistry').getGraphics(id);
  if (drawn === undefined) return;
  drawn.setAttribute('tabindex', '0');
  drawn.setAttribute('role', 'img');
  drawn.setAttribute('aria-label', words);
  for (const event of ['focus', 'mouseenter']) drawn.addEventListener(event, () => say(words));
  for (const event of ['blur', 'mouseleave']) drawn.addEventListener(event, () => say(''));
}

/** A small mark beside an element; what it says stands in the element's words too. */
export function addBadge(
  viewer: ModelerLike,
  badge: {
    readonly id: string;
    readonly kind: string;
    readonly text: string;
    readonly position: Readonly<Record<string, number>>;
  },
): void {
  const html = document.createElement('div');
  html.className = `owp-badge owp-badge-${badge.kind}`;
  html.textContent = badge.text;
  html.setAttribute('aria-hidden', 'true');
  viewer.get('overlays').add(badge.id, 'onewindow-picture', { position: badge.position, html });
}
