import { useRef } from 'react';

export interface ResizeHandleProps {
  label: string;
  /** Width of what lies to its right, in CSS pixels. */
  value: number;
  least: number;
  most: number;
  onChange: (value: number) => void;
}

/** Pixels by which an arrow key moves it. */
const step = 24;

/** Moves the border between two columns: dragged, or by the arrow keys, Home and End (WAI-ARIA window splitter). */
export function ResizeHandle({ label, value, least, most, onChange }: ResizeHandleProps) {
  const dragged = useRef<{ from: number; value: number }>(undefined);
  const set = (wanted: number) => onChange(Math.round(Math.min(most, Math.max(least, wanted))));
  const keys: Readonly<Record<string, number>> = {
    ArrowLeft: value + step,
    ArrowRight: value - step,
    Home: least,
    End: most,
  };
  return (
    <div
      className="ow-resize"
      role="separator"
      tabIndex={0}
      aria-orientation="vertical"
      aria-label={label}
      aria-valuenow={value}
      aria-valuemin={least}
      aria-valuemax={most}
      onKeyDown={(event) => {
        const wanted = keys[event.key];
        if (wanted === undefined) return;
        event.preventDefault();
        set(wanted);
      }}
      onPointerDown={(event) => {
        event.currentTarget.setPointerCapture(event.pointerId);
        dragged.current = { from: event.clientX, value };
      }}
      onPointerMove={(event) => {
        if (dragged.current !== undefined) set(dragged.current.value + dragged.current.from - event.clientX);
      }}
      onPointerUp={() => {
        dragged.current = undefined;
      }}
    />
  );
}
