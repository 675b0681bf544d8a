import type { ReactNode } from 'react';
import type { ModelerLike } from '../bpmn/modelerTypes.ts';
import { showWhole } from '../bpmn/showDrawing.ts';

interface PictureToolsProps {
  readonly buttons: { readonly zoomIn: string; readonly zoomOut: string; readonly fit: string };
  /** The drawing that is zoomed; undefined before it is drawn. */
  readonly viewer: () => ModelerLike | undefined;
  readonly children?: ReactNode;
}

/** Zooms a picture by buttons. */
export function PictureTools({ buttons, viewer, children }: PictureToolsProps) {
  const zoom = (factor: number) => {
    const drawn = viewer()?.get('canvas');
    drawn?.zoom(Math.min(4, Math.max(0.2, drawn.zoom() * factor)), 'auto');
  };
  return (
    <div className="owp-tools">
      <button type="button" aria-label={buttons.zoomOut} onClick={() => zoom(0.8)}>
        −
      </button>
      <button type="button" aria-label={buttons.zoomIn} onClick={() => zoom(1.25)}>
        +
      </button>
      <button
        type="button"
        onClick={() => {
          const drawn = viewer();
          if (drawn !== undefined) showWhole(drawn, true);
        }}
      >
        {buttons.fit}
      </button>
      {children}
    </div>
  );
}
