import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { PageCanvas } from './PageCanvas.tsx';
import type { PageSource } from './pageSource.ts';

/** Width of a small picture of a page, in CSS pixels. */
const width = 72;

/** Small pictures of the pages, drawn as they come into sight; the one shown is marked. */
export function Thumbnails(props: { source: PageSource; page: number; onChoose: (page: number) => void }) {
  const { source, page, onChoose } = props;
  const { t } = useTranslation();
  return (
    <ol className="ow-thumbs" aria-label={t('desk.viewer.thumbnails')}>
      {Array.from({ length: source.count }, (_, index) => index + 1).map((number) => (
        <li key={number}>
          <button
            type="button"
            aria-label={t('desk.viewer.thumbnail', { page: number })}
            aria-current={number === page ? 'page' : undefined}
            onClick={() => onChoose(number)}
          >
            <Thumbnail source={source} page={number} />
            <span aria-hidden>{number}</span>
          </button>
        </li>
      ))}
    </ol>
  );
}

function Thumbnail({ source, page }: { source: PageSource; page: number }) {
  const place = useRef<HTMLSpanElement>(null);
  const [size, setSize] = useState<{ width: number; height: number }>();
  useEffect(() => {
    const element = place.current;
    if (element === null) return;
    let left = false;
    const watch = new IntersectionObserver((seen) => {
      if (!seen.some((entry) => entry.isIntersecting)) return;
      watch.disconnect();
      source.size(page).then(
        (found) => !left && setSize(found),
        () => undefined,
      );
    });
    watch.observe(element);
    return () => {
      left = true;
      watch.disconnect();
    };
  }, [source, page]);
  return (
    <span ref={place} className="ow-thumb-page">
      {size === undefined ? null : (
        <PageCanvas source={source} page={page} size={size} scale={width / size.width} />
      )}
    </span>
  );
}
