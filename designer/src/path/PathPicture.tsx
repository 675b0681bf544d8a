import { useEffect, useRef, useState } from 'react';
import type { ModelerLike } from '../bpmn/modelerTypes.ts';
import type { Locale } from '../model/packFiles.ts';
import { createViewer } from './createViewer.ts';
import 'bpmn-js/dist/assets/diagram-js.css';
import 'bpmn-js/dist/assets/bpmn-js.css';
import './path.css';

/** How an element stands, in a mark that does not rest on colour. */
const signs = { passed: '✓', current: '●', canceled: '✕', skipped: '–', ahead: '' } as const;

export interface PaintedElement {
  readonly id: string;
  readonly state: keyof typeof signs;
  /** What is said of it when it is pointed at or has the focus: name, state, times. */
  readonly words: string;
  /** Reached by Tab. */
  readonly told: boolean;
}

export interface PathPictureProps {
  readonly xml: string;
  readonly elements: readonly PaintedElement[];
  /** Ids of the sequence flows that were taken. */
  readonly flows: readonly string[];
  readonly locale: Locale;
  readonly label: string;
  readonly buttons: { readonly zoomIn: string; readonly zoomOut: string; readonly fit: string };
  /** Said when the picture cannot be drawn. */
  readonly broken: string;
}

const OVERLAY = 'onewindow-path';

/** The picture of a process with what a case has passed painted into it. */
export function PathPicture({ xml, elements, flows, locale, label, buttons, broken }: PathPictureProps) {
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
        showWhereItStands(opened, elements);
        paint(opened, elements, flows, setWords);
      },
      () => !left && setFailed(true),
    );
    return () => {
      left = true;
      viewer.current = null;
      opened.destroy();
    };
  }, [xml, elements, flows, locale]);
  const zoom = (factor: number) => {
    const canvas = viewer.current?.get('canvas');
    canvas?.zoom(Math.min(4, Math.max(0.2, canvas.zoom() * factor)), 'auto');
  };
  if (failed) return <p role="alert">{broken}</p>;
  return (
    <div className="owp" lang={locale}>
      <div className="owp-tools">
        <button type="button" aria-label={buttons.zoomOut} onClick={() => zoom(0.8)}>
          −
        </button>
        <button type="button" aria-label={buttons.zoomIn} onClick={() => zoom(1.25)}>
          +
        </button>
        <button type="button" onClick={() => viewer.current?.get('canvas').zoom('fit-viewport', 'auto')}>
          {buttons.fit}
        </button>
        <span role="status">{words}</span>
      </div>
      <div ref={place} className="owp-canvas" role="group" aria-label={label} />
    </div>
  );
}

/** Smallest scale at which the names in the picture can be read. */
const READABLE = 0.6;

/** The whole picture where it can be read, else the part with the token in it. */
function showWhereItStands(viewer: ModelerLike, elements: readonly PaintedElement[]): void {
  const canvas = viewer.get('canvas');
  if (canvas.zoom('fit-viewport', 'auto') >= READABLE) return;
  canvas.zoom(READABLE);
  const here = elements.find(({ state }) => state === 'current') ?? elements[0];
  const element = here === undefined ? undefined : viewer.get('elementRegistry').get(here.id);
  if (element !== undefined)
    canvas.scrollToElement(element, { top: 150, right: 300, bottom: 150, left: 300 });
}

function paint(
  viewer: ModelerLike,
  elements: readonly PaintedElement[],
  flows: readonly string[],
  say: (words: string) => void,
): void {
  const [canvas, overlays, registry] = [
    viewer.get('canvas'),
    viewer.get('overlays'),
    viewer.get('elementRegistry'),
  ];
  for (const id of flows) if (registry.get(id) !== undefined) canvas.addMarker(id, 'owp-flow');
  for (const { id, state, words, told } of elements) {
    if (registry.get(id) === undefined) continue;
    canvas.addMarker(id, `owp-${state}`);
    if (signs[state] !== '') {
      const badge = document.createElement('div');
      badge.className = `owp-badge owp-badge-${state}`;
      badge.textContent = signs[state];
      badge.setAttribute('aria-hidden', 'true');
      overlays.add(id, OVERLAY, { position: { top: -12, right: 12 }, html: badge });
    }
    const drawn = viewer.get('elementRegistry').getGraphics(id);
    if (drawn === undefined || !told) continue;
    drawn.setAttribute('tabindex', '0');
    drawn.setAttribute('role', 'img');
    drawn.setAttribute('aria-label', words);
    for (const event of ['focus', 'mouseenter']) drawn.addEventListener(event, () => say(words));
    for (const event of ['blur', 'mouseleave']) drawn.addEventListener(event, () => say(''));
  }
}
