import { useCallback, useMemo } from 'react';
import type { ModelerLike } from '../bpmn/modelerTypes.ts';
import { addBadge, DiagramPicture, type PictureProps, tell } from './DiagramPicture.tsx';

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

export interface PathPictureProps extends PictureProps {
  readonly elements: readonly PaintedElement[];
  /** Ids of the sequence flows that were taken. */
  readonly flows: readonly string[];
}

/** The picture of a process with what a case has passed painted into it. */
export function PathPicture({ elements, flows, ...picture }: PathPictureProps) {
  const first = useMemo(
    () => [...elements.filter(({ state }) => state === 'current'), ...elements].map(({ id }) => id),
    [elements],
  );
  const paint = useCallback(
    (viewer: ModelerLike, say: (words: string) => void) => {
      const [canvas, registry] = [viewer.get('canvas'), viewer.get('elementRegistry')];
      for (const id of flows) if (registry.get(id) !== undefined) canvas.addMarker(id, 'owp-flow');
      for (const { id, state, words, told } of elements) {
        if (registry.get(id) === undefined) continue;
        canvas.addMarker(id, `owp-${state}`);
        if (signs[state] !== '')
          addBadge(viewer, { id, kind: state, text: signs[state], position: { top: -12, right: 12 } });
        if (told) tell(viewer, id, words, say);
      }
    },
    [elements, flows],
  );
  return <DiagramPicture {...picture} first={first} paint={paint} />;
}
