import { useCallback, useEffect, useRef, useState } from 'react';
import type { PackFile, PackView } from '../api/packTypes.ts';

const keyOf = (packCode: string) => `onewindow.design.${packCode}`;
/** Time after the last edit at which the work is kept, in milliseconds. */
const pause = 500;

interface Kept {
  baseVersion: number;
  files: readonly PackFile[];
}

/**
 * Keeps unpublished work in this browser, so that it survives reload and crash (packs hold no personal data),
 * as long as it is based on the version that is still live.
 */
export function useUnsavedWork(pack: PackView) {
  const [kept, setKept] = useState(() => readKept(pack));
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  /** Edited and not yet kept. */
  const waiting = useRef<readonly PackFile[] | null>(null);
  const leaving = useRef(false);
  const keepNow = useCallback(() => {
    clearTimeout(timer.current);
    const files = waiting.current;
    waiting.current = null;
    if (files !== null) writeKept(pack, differs(files, pack.files) ? files : null);
  }, [pack]);
  useEffect(() => {
    // Whoever closes the page or turns to another may not come back: what comes from now on is kept at once.
    const onHide = () => {
      leaving.current = true;
      keepNow();
    };
    const onVisibility = () => {
      if (document.visibilityState === 'hidden') onHide();
      else leaving.current = false;
    };
    const onShow = () => {
      leaving.current = false;
    };
    addEventListener('pagehide', onHide);
    addEventListener('pageshow', onShow);
    addEventListener('visibilitychange', onVisibility);
    return () => {
      keepNow();
      removeEventListener('pagehide', onHide);
      removeEventListener('pageshow', onShow);
      removeEventListener('visibilitychange', onVisibility);
    };
  }, [keepNow]);
  const keep = useCallback(
    (files: readonly PackFile[]) => {
      clearTimeout(timer.current);
      waiting.current = files;
      if (leaving.current) keepNow();
      else timer.current = setTimeout(keepNow, pause);
    },
    [keepNow],
  );
  const forget = useCallback(() => {
    clearTimeout(timer.current);
    waiting.current = null;
    writeKept(pack, null);
    setKept(undefined);
  }, [pack]);
  return { kept: kept?.files, keep, forget };
}

/** Whether two sets of files hold anything different. */
export function differs(a: readonly PackFile[], b: readonly PackFile[]): boolean {
  if (a.length !== b.length) return true;
  const texts = new Map(b.map((file) => [file.path, file.text]));
  return a.some((file) => texts.get(file.path) !== file.text);
}

function writeKept(pack: PackView, files: readonly PackFile[] | null): void {
  try {
    if (files === null) localStorage.removeItem(keyOf(pack.packCode));
    else
      localStorage.setItem(
        keyOf(pack.packCode),
        JSON.stringify({ baseVersion: pack.version, files } satisfies Kept),
      );
  } catch {
    // Storage full or closed: the work lasts as long as the page.
  }
}

function readKept(pack: PackView): Kept | undefined {
  try {
    const kept = JSON.parse(localStorage.getItem(keyOf(pack.packCode)) ?? 'null') as Kept | null;
    return kept !== null && kept.baseVersion === pack.version && Array.isArray(kept.files) ? kept : undefined;
  } catch {
    return undefined;
  }
}
