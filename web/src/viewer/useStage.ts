import { type CSSProperties, useEffect, useRef, useState } from 'react';
import { scaleOf, stepZoom, type Turn, turnRight, type Zoom } from './pageGeometry.ts';
import type { PageSource } from './pageSource.ts';

/** Space around a page and for a scroll bar, in CSS pixels. */
const margin = 24;

/** Which page of a file is shown, how large and how turned; and the element that it is shown in. */
export function useStage(source: PageSource | null | undefined) {
  const place = useRef<HTMLDivElement>(null);
  const [page, setPage] = useState(1);
  const [zoom, setZoom] = useState<Zoom>('width');
  const [turn, setTurn] = useState<Turn>(0);
  const [size, setSize] = useState<{ width: number; height: number } | null>(null);
  const [text, setText] = useState('');
  const [room, setRoom] = useState({ width: 600, height: 500 });
  // biome-ignore lint/correctness/useExhaustiveDependencies: the stage is on the page once the file is there
  useEffect(() => {
    const element = place.current;
    if (element === null) return;
    const look = () => {
      // The height that the stage may have, whatever is in it now.
      const height = Math.max(320, window.innerHeight - 210);
      setRoom({ width: Math.max(120, element.clientWidth - margin), height: height - margin });
    };
    look();
    const watch = new ResizeObserver(look);
    watch.observe(element);
    return () => watch.disconnect();
  }, [source]);
  useEffect(() => {
    if (!source) return;
    let left = false;
    setText('');
    source.size(page).then(
      (found) => !left && setSize(found),
      () => undefined,
    );
    source.text(page).then(
      (found) => !left && setText(found),
      () => undefined,
    );
    return () => {
      left = true;
    };
  }, [source, page]);
  const count = source?.count ?? 1;
  const scale = size === null ? 1 : scaleOf(zoom, size, room, turn);
  const goTo = (to: number) => {
    const next = Math.min(count, Math.max(1, to));
    if (next === page) return;
    setPage(next);
    if (place.current !== null) place.current.scrollTop = 0;
  };
  const change = (to: Zoom | 'in' | 'out') =>
    setZoom(to === 'in' || to === 'out' ? stepZoom(scale, to === 'in' ? 1 : -1) : to);
  const turnOn = () => setTurn(turnRight);
  /** What a key does on the stage; false: nothing. */
  const press = (key: string): boolean => {
    if (key === '+' || key === '=') change('in');
    else if (key === '-') change('out');
    else if (key === '0') change('width');
    else if (key === 'r' || key === 'R') turnOn();
    else if (key === 'PageDown' && page < count) goTo(page + 1);
    else if (key === 'PageUp' && page > 1) goTo(page - 1);
    else return false;
    return true;
  };
  /** Brings the box of a note into sight, once its page is drawn, and the focus with it. */
  const reveal = (annotationId: string) =>
    setTimeout(() => {
      const mark = place.current?.querySelector<HTMLElement>(`[data-mark="${CSS.escape(annotationId)}"]`);
      mark?.scrollIntoView({ block: 'center', inline: 'center' });
      mark?.focus({ preventScroll: true });
    }, 60);
  const [width, height] = [(size?.width ?? 0) * scale, (size?.height ?? 0) * scale];
  const lying = turn === 90 || turn === 270;
  const sheetStyle: CSSProperties = lying ? { width: height, height: width } : { width, height };
  const shift = {
    0: 'none',
    90: `translateX(${height}px) rotate(90deg)`,
    180: `translate(${width}px, ${height}px) rotate(180deg)`,
    270: `translateY(${width}px) rotate(270deg)`,
  }[turn];
  const innerStyle: CSSProperties = { width, height, transform: shift };
  return {
    place,
    page,
    size,
    scale,
    turn,
    text,
    goTo,
    setZoom: change,
    turnOn,
    press,
    reveal,
    sheetStyle,
    innerStyle,
  };
}
