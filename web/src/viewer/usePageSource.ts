import { useEffect, useState } from 'react';
import { openPages, type PageSource } from './pageSource.ts';

/** The pages of a file: undefined while they are opened, null when the file is broken. */
export function usePageSource(blob: Blob | undefined, mediaType: string): PageSource | null | undefined {
  const [source, setSource] = useState<PageSource | null>();
  useEffect(() => {
    if (blob === undefined) return;
    let left = false;
    setSource(undefined);
    const opening = openPages(blob, mediaType);
    opening.then(
      (opened) => !left && setSource(opened),
      () => !left && setSource(null),
    );
    return () => {
      left = true;
      void opening.then((opened) => opened.close()).catch(() => undefined);
    };
  }, [blob, mediaType]);
  return source;
}
