import { useCallback, useMemo } from 'react';
import type { ModelerLike } from '../bpmn/modelerTypes.ts';
import { addBadge, DiagramPicture, type PictureProps, tell } from './DiagramPicture.tsx';

export interface LiveElement {
  readonly id: string;
  readonly running: number;
  readonly finished: number;
  readonly overdue: number;
  readonly incidents: number;
  /** The step at which cases stay longest. */
  readonly slowest: boolean;
  /** Words beside it that do not rest on colour, e.g. that it is the worst step. */
  readonly mark?: string;
  /** What is said of it when it is pointed at or has the focus. */
  readonly words: string;
}

export interface LivePictureProps extends PictureProps {
  readonly elements: readonly LiveElement[];
}

/** Narrower elements are events and gateways; pixels of the diagram. */
const SMALL = 60;

/** The picture of a process with how many cases stand at each element and have passed it, what is late and what stands still. */
export function LivePicture({ elements, ...picture }: LivePictureProps) {
  const first = useMemo(
    () =>
      [...elements]
        .sort((one, other) => other.incidents - one.incidents || other.running - one.running)
        .map(({ id }) => id),
    [elements],
  );
  const paint = useCallback(
    (viewer: ModelerLike, say: (words: string) => void) => {
      const [canvas, registry] = [viewer.get('canvas'), viewer.get('elementRegistry')];
      for (const { id, running, finished, overdue, incidents, slowest, mark, words } of elements) {
        const drawn = registry.get(id);
        if (drawn === undefined) continue;
        // Events and gateways have their name below them.
        const passedAt = (drawn.width ?? 0) < SMALL ? { top: -12, left: 20 } : { bottom: 10, left: -8 };
        if (incidents > 0) canvas.addMarker(id, 'owp-canceled');
        else if (running > 0) canvas.addMarker(id, 'owp-current');
        if (slowest) canvas.addMarker(id, 'owp-slowest');
        if (mark !== undefined) canvas.addMarker(id, 'owp-worst');
        const badges = [
          { kind: 'current', text: `● ${running}`, shown: running > 0, position: { top: -12, left: -8 } },
          { kind: 'late', text: `△ ${overdue}`, shown: overdue > 0, position: { top: -12, right: 20 } },
          {
            kind: 'canceled',
            text: `✕ ${incidents}`,
            shown: incidents > 0,
            position: { bottom: 10, right: 20 },
          },
          { kind: 'passed', text: `✓ ${finished}`, shown: finished > 0, position: passedAt },
          { kind: 'worst', text: mark ?? '', shown: mark !== undefined, position: { top: -34, left: 0 } },
        ];
        for (const { shown, ...badge } of badges) if (shown) addBadge(viewer, { id, ...badge });
        tell(viewer, id, words, say);
      }
    },
    [elements],
  );
  return <DiagramPicture {...picture} first={first} paint={paint} />;
}
