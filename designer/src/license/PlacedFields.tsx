import { type PointerEvent, type ReactNode, useEffect, useRef, useState } from 'react';
import { useDesigning } from '../DesignerContext.ts';
import { licenseTexts } from './licenseTexts.ts';
import { type MovableBox, moved, pageOf, stepOf } from './placing.ts';

interface PlacedFieldsProps {
  readonly file: string;
  readonly boxes: readonly MovableBox[];
  readonly orientation: string | undefined;
  /** The drawn page that they are moved on. */
  readonly children: ReactNode;
}

/** Fields with a place of their own and signatures, to be moved over the drawing: dragged, or by arrow keys (1 mm, with Shift 10). */
export function PlacedFields({ file, boxes, orientation, children }: PlacedFieldsProps) {
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
      // While the page is drawn anew the places stay, and with them the focus of who moves one by keys.
      if (drawn === undefined || drawn.width === 0) return;
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
  const put = ({ path, name }: MovableBox, place: { x: number; y: number }) =>
    editor.together(
      () => {
        editor.setYaml(file, [...path, 'x'], place.x);
        editor.setYaml(file, [...path, 'y'], place.y);
      },
      texts.placedAt(name, place.x, place.y),
    );
  const by = (event: PointerEvent, from: { x: number; y: number }) => ({
    x: (event.clientX - from.x) / scale,
    y: (event.clientY - from.y) / scale,
  });
  return (
    <div ref={box} className="owd-drawnpage owd-placing">
      {children}
      {sheet !== null &&
        boxes.map((own, at) => {
          const shown = drag?.at === at ? moved(own, drag.by, page) : own;
          return (
            <button
              key={own.path.join('.')}
              type="button"
              className="owd-placed"
              disabled={readOnly}
              style={{
                left: sheet.left + shown.x * scale,
                top: sheet.top + (shown.y - own.over) * scale,
                width: own.width * scale,
                height: own.height * scale,
              }}
              aria-label={texts.placeOf(own.name, shown.x, shown.y)}
              title={texts.placeHelp}
              onKeyDown={(event) => {
                const step = stepOf(event.key, event.shiftKey);
                if (step === undefined) return;
                event.preventDefault();
                put(own, moved(own, step, page));
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
                if (place.x !== own.x || place.y !== own.y) put(own, place);
              }}
              onPointerCancel={() => setDrag(null)}
            />
          );
        })}
    </div>
  );
}
