import { type PointerEvent, type ReactNode, useEffect, useRef, useState } from 'react';
import { useDesigning } from '../DesignerContext.ts';
import type { WrittenField } from './FieldList.tsx';
import { licenseTexts } from './licenseTexts.ts';
import { firstPlace, moved, type Placed, pageOf, stepOf } from './placing.ts';

interface PlacedFieldsProps {
  readonly file: string;
  readonly fields: readonly WrittenField[];
  readonly orientation: string | undefined;
  /** The drawn page that they are moved on. */
  readonly children: ReactNode;
}

/** Height of a line over its base line and under it, millimetres. */
const [OVER, LINE] = [5, 7];

/** Fields with a place of their own, to be moved over the drawing: dragged, or by arrow keys (1 mm, with Shift 10). */
export function PlacedFields({ file, fields, orientation, children }: PlacedFieldsProps) {
  const { editor, locale, readOnly } = useDesigning();
  const texts = licenseTexts[locale];
  const page = pageOf(orientation);
  const box = useRef<HTMLDivElement>(null);
  const [sheet, setSheet] = useState<{ left: number; top: number; width: number } | null>(null);
  const [drag, setDrag] = useState<{
    at: number;
    from: { x: number; y: number };
    by: { x: number; y: number };
  } | null>(null);
  useEffect(() => {
    const holder = box.current;
    if (holder === null) return;
    const measure = () => {
      const drawn = holder.querySelector('canvas')?.getBoundingClientRect();
      const own = holder.getBoundingClientRect();
      if (drawn === undefined || drawn.width === 0) return setSheet(null);
      setSheet({ left: drawn.left - own.left, top: drawn.top - own.top, width: drawn.width });
    };
    const sizes = new ResizeObserver(measure);
    sizes.observe(holder);
    const parts = new MutationObserver(measure);
    parts.observe(holder, { childList: true, subtree: true, attributes: true, attributeFilter: ['style'] });
    measure();
    return () => {
      sizes.disconnect();
      parts.disconnect();
    };
  }, []);
  const scale = sheet === null ? 1 : sheet.width / page.width;
  const put = (at: number, place: { x: number; y: number }) =>
    editor.together(
      () => {
        editor.setYaml(file, ['fields', at, 'x'], place.x);
        editor.setYaml(file, ['fields', at, 'y'], place.y);
      },
      texts.placedAt(fields[at]?.label ?? '', place.x, place.y),
    );
  const by = (event: PointerEvent, from: { x: number; y: number }) => ({
    x: (event.clientX - from.x) / scale,
    y: (event.clientY - from.y) / scale,
  });
  return (
    <div ref={box} className="owd-drawnpage owd-placing">
      {children}
      {sheet !== null &&
        fields.map((field, at) => {
          if (field.x === undefined || field.y === undefined) return null;
          const own: Placed = { x: field.x, y: field.y, width: field.width ?? firstPlace.width };
          const shown = drag?.at === at ? moved(own, drag.by, page) : own;
          return (
            <button
              key={at}
              type="button"
              className="owd-placed"
              disabled={readOnly}
              style={{
                left: sheet.left + shown.x * scale,
                top: sheet.top + (shown.y - OVER) * scale,
                width: own.width * scale,
                height: LINE * scale,
              }}
              aria-label={texts.placeOf(field.label ?? String(at + 1), shown.x, shown.y)}
              title={texts.placeHelp}
              onKeyDown={(event) => {
                const step = stepOf(event.key, event.shiftKey);
                if (step === undefined) return;
                event.preventDefault();
                put(at, moved(own, step, page));
              }}
              onPointerDown={(event) => {
                event.currentTarget.setPointerCapture(event.pointerId);
                setDrag({ at, from: { x: event.clientX, y: event.clientY }, by: { x: 0, y: 0 } });
              }}
              onPointerMove={(event) => drag?.at === at && setDrag({ ...drag, by: by(event, drag.from) })}
              onPointerUp={(event) => {
                if (drag?.at !== at) return;
                const place = moved(own, by(event, drag.from), page);
                setDrag(null);
                if (place.x !== own.x || place.y !== own.y) put(at, place);
              }}
              onPointerCancel={() => setDrag(null)}
            />
          );
        })}
    </div>
  );
}
