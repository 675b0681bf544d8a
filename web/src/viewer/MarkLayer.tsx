import { type KeyboardEvent, type PointerEvent, useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { Annotation, PageBox } from '../api/annotations.ts';
import { boxBetween, nudge, type Turn, toUpright } from './pageGeometry.ts';

const percent = (share: number) => `${share * 100}%`;
const placeOf = ({ x, y, width, height }: PageBox) => ({
  left: percent(x),
  top: percent(y),
  width: percent(width),
  height: percent(height),
});
/** One press of an arrow key, in fractions of the page. */
const step = 0.02;
const arrows: Record<string, { x: number; y: number }> = {
  ArrowLeft: { x: -step, y: 0 },
  ArrowRight: { x: step, y: 0 },
  ArrowUp: { x: 0, y: -step },
  ArrowDown: { x: 0, y: step },
};

/** The boxes of notes over a page, and the one being made: drawn with the pointer, or moved with the keyboard. */
export function MarkLayer(props: {
  marks: readonly { number: number; annotation: Annotation }[];
  chosen: string | null;
  turn: Turn;
  /** The box being made; null: none is. */
  box: PageBox | null;
  onBox: (box: PageBox) => void;
  onReady: () => void;
  onCancel: () => void;
  onChoose: (id: string) => void;
}) {
  const { marks, chosen, turn, box, onBox } = props;
  const { t } = useTranslation();
  const layer = useRef<HTMLDivElement>(null);
  const made = useRef<HTMLButtonElement>(null);
  const start = useRef<{ x: number; y: number } | null>(null);
  const making = box !== null;
  useEffect(() => {
    if (making) made.current?.focus();
  }, [making]);
  const placed = (event: PointerEvent) => {
    const seen = layer.current?.getBoundingClientRect();
    if (seen === undefined) return { x: 0, y: 0 };
    const share = (value: number) => Math.min(1, Math.max(0, value));
    const at = {
      x: share((event.clientX - seen.left) / seen.width),
      y: share((event.clientY - seen.top) / seen.height),
    };
    return toUpright(at, turn);
  };
  const onKey = (event: KeyboardEvent) => {
    const by = arrows[event.key];
    if (by !== undefined && box !== null) {
      event.preventDefault();
      onBox(nudge(box, by, event.shiftKey));
    } else if (event.key === 'Escape') props.onCancel();
    event.stopPropagation();
  };
  const words = (shown: PageBox) => {
    const [left, top, width, height] = [shown.x, shown.y, shown.width, shown.height].map((share) =>
      Math.round(share * 100),
    );
    return t('desk.annotation.box', { left, top, width, height });
  };
  return (
    <div
      ref={layer}
      className={making ? 'ow-marks ow-marks-making' : 'ow-marks'}
      onPointerDown={(event) => {
        if (!making || event.button !== 0) return;
        event.currentTarget.setPointerCapture(event.pointerId);
        start.current = placed(event);
      }}
      onPointerMove={(event) => {
        if (start.current !== null) onBox(boxBetween(start.current, placed(event)));
      }}
      onPointerUp={() => {
        if (start.current === null) return;
        start.current = null;
        props.onReady();
      }}
    >
      {marks.map(({ number, annotation }) => (
        <button
          key={annotation.id}
          type="button"
          className={annotation.id === chosen ? 'ow-mark ow-mark-chosen' : 'ow-mark'}
          style={placeOf(annotation.box)}
          aria-label={t('desk.annotation.mark', { number, note: annotation.note })}
          title={annotation.note}
          data-mark={annotation.id}
          onClick={() => props.onChoose(annotation.id)}
        >
          <span aria-hidden>{number}</span>
        </button>
      ))}
      {box === null ? null : (
        <button
          ref={made}
          type="button"
          className="ow-mark ow-mark-new"
          style={placeOf(box)}
          aria-label={words(box)}
          onKeyDown={onKey}
          onClick={(event) => event.detail === 0 && props.onReady()}
        />
      )}
    </div>
  );
}
