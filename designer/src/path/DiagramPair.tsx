import { useEffect, useRef, useState } from 'react';
import type { ModelerLike } from '../bpmn/modelerTypes.ts';
import { showWhole } from '../bpmn/showDrawing.ts';
import type { Locale } from '../model/packFiles.ts';
import { createViewer } from './createViewer.ts';
import { addBadge } from './DiagramPicture.tsx';
import { moveTogether } from './moveTogether.ts';
import { PictureTools } from './PictureTools.tsx';
import 'bpmn-js/dist/assets/diagram-js.css';
import 'bpmn-js/dist/assets/bpmn-js.css';
import './path.css';
import './pair.css';

/** Marks that do not rest on colour. */
const signs = { added: '＋', removed: '－', changed: '△', moved: '↔' } as const;

/** An element that differs between the two. */
export interface PairedChange {
  readonly id: string;
  readonly kind: keyof typeof signs;
  /** Its name and what differs. */
  readonly words: string;
}

export interface DiagramPairProps {
  /** The two processes as BPMN files. */
  readonly before: string;
  readonly after: string;
  readonly changes: readonly PairedChange[];
  readonly locale: Locale;
  readonly texts: {
    readonly before: string;
    readonly after: string;
    readonly zoomIn: string;
    readonly zoomOut: string;
    readonly fit: string;
    /** Heading of the list that leads to each change. */
    readonly changes: string;
    readonly none: string;
    readonly broken: string;
  };
}

/** Two versions of a process side by side: they scroll and zoom together, what differs is marked and can be gone to one by one. */
export function DiagramPair({ before, after, changes, locale, texts }: DiagramPairProps) {
  const places = [useRef<HTMLDivElement>(null), useRef<HTMLDivElement>(null)] as const;
  const [left, right] = places;
  const viewers = useRef<readonly ModelerLike[]>([]);
  const [failed, setFailed] = useState(false);
  const [at, setAt] = useState<string>();
  useEffect(() => {
    if (left.current === null || right.current === null) return;
    let gone = false;
    const opened = [createViewer(left.current, locale), createViewer(right.current, locale)] as const;
    const [one, other] = opened;
    Promise.all([one.importXML(before), other.importXML(after)]).then(
      () => {
        if (gone) return;
        viewers.current = opened;
        for (const viewer of opened) mark(viewer, changes);
        moveTogether(one, other);
        showWhole(other, true);
      },
      () => !gone && setFailed(true),
    );
    return () => {
      gone = true;
      viewers.current = [];
      for (const viewer of opened) viewer.destroy();
    };
  }, [left, right, before, after, changes, locale]);
  if (failed) return <p role="alert">{texts.broken}</p>;
  return (
    <div className="owp" lang={locale}>
      <PictureTools buttons={texts} viewer={() => viewers.current[1]} />
      <div className="owp-pair">
        {[texts.before, texts.after].map((title, side) => (
          <figure key={title}>
            <figcaption>{title}</figcaption>
            <div ref={places[side as 0 | 1]} className="owp-canvas" role="group" aria-label={title} />
          </figure>
        ))}
      </div>
      <h3 className="owp-heading">{texts.changes}</h3>
      {changes.length === 0 ? (
        <p>{texts.none}</p>
      ) : (
        <ul className="owp-changes">
          {changes.map(({ id, kind, words }) => (
            <li key={id}>
              <button
                type="button"
                aria-current={id === at}
                onClick={() => {
                  setAt(id);
                  show(viewers.current, id);
                }}
              >
                <span aria-hidden="true">{signs[kind]}</span> {words}
              </button>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}

function mark(viewer: ModelerLike, changes: readonly PairedChange[]): void {
  const [canvas, registry] = [viewer.get('canvas'), viewer.get('elementRegistry')];
  for (const { id, kind } of changes) {
    const element = registry.get(id);
    if (element === undefined) continue;
    canvas.addMarker(id, `owp-${kind}`);
    if (element.waypoints === undefined)
      addBadge(viewer, { id, kind, text: signs[kind], position: { top: -12, right: 12 } });
  }
}

/** Brings an element into sight and selects it in every drawing that has it. */
function show(viewers: readonly ModelerLike[], id: string): void {
  for (const viewer of viewers) {
    const element = viewer.get('elementRegistry').get(id);
    if (element === undefined || element.parent === undefined || element.parent === null) continue;
    viewer.get('canvas').scrollToElement(element, 80);
    viewer.get('selection').select(element);
  }
}
