import { useEffect, useRef } from 'react';
import type { PageSource } from './pageSource.ts';

/** Most device pixels that one page is drawn with; more is shown enlarged. */
const mostPixels = 16_000_000;

/** Draws one page at a scale (1 is 100 %); its text is beside it for assistive technology. */
export function PageCanvas(props: {
  source: PageSource;
  page: number;
  scale: number;
  size: { width: number; height: number };
  onFailed?: () => void;
}) {
  const { source, page, scale, size } = props;
  const canvas = useRef<HTMLCanvasElement>(null);
  const failed = useRef(props.onFailed);
  failed.current = props.onFailed;
  const { width, height } = size;
  useEffect(() => {
    const surface = canvas.current;
    if (surface === null) return;
    const leaving = new AbortController();
    const dense = scale * Math.min(window.devicePixelRatio || 1, 2);
    const drawn = Math.min(dense, Math.sqrt(mostPixels / (width * height)));
    source
      .draw(page, surface, drawn, leaving.signal)
      .catch(() => leaving.signal.aborted || failed.current?.());
    return () => leaving.abort();
  }, [source, page, scale, width, height]);
  return (
    <canvas
      ref={canvas}
      aria-hidden
      style={{ width: width * scale, height: height * scale, display: 'block' }}
    />
  );
}
