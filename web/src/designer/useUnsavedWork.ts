import { useCallback, useEffect, useRef, useState } from 'react';
import type { PackFile } from '../api/packTypes.ts';
import { useUser } from '../app/session.ts';

/** Time after the last edit at which the work is kept, in milliseconds. */
const pause = 500;

/** Work as it is kept in this browser. */
export interface KeptFiles {
  /** Version that was edited. */
  readonly baseVersion: number;
  readonly files: readonly PackFile[];
  /** When the last edit was kept, ISO 8601. */
  readonly at: string;
}

/**
 * Keeps one's work in this browser as far as it differs from what was `opened`, so that it survives reload and crash (packs
 * hold no personal data).
 */
export function useUnsavedWork(packCode: string, opened: readonly PackFile[]) {
  const { username } = useUser();
  const key = `onewindow.design.${username}.${packCode}`;
  const [kept, setKept] = useState(() => readKept(key, opened));
  /** What is still to be written. */
  const unwritten = useRef<() => void>(undefined);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const leaving = useRef(false);
  const settle = useCallback(() => {
    clearTimeout(timer.current);
    unwritten.current?.();
    unwritten.current = undefined;
  }, []);
  useEffect(() => {
    // Whoever closes the page or turns to another may not come back: what comes from now on is kept at once.
    const onHide = () => {
      leaving.current = true;
      settle();
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
      settle();
      removeEventListener('pagehide', onHide);
      removeEventListener('pageshow', onShow);
      removeEventListener('visibilitychange', onVisibility);
    };
  }, [settle]);
  const keep = useCallback(
    (files: readonly PackFile[], baseVersion: number) => {
      clearTimeout(timer.current);
      const at = new Date().toISOString();
      unwritten.current = () => writeKept(key, differs(files, opened) ? { baseVersion, files, at } : null);
      if (leaving.current) settle();
      else timer.current = setTimeout(settle, pause);
    },
    [key, opened, settle],
  );
  const forget = useCallback(() => {
    unwritten.current = () => writeKept(key, null);
    settle();
    setKept(undefined);
  }, [key, settle]);
  return { kept, keep, forget };
}

/** Whether two sets of files hold anything different. */
export function differs(a: readonly PackFile[], b: readonly PackFile[]): boolean {
  if (a.length !== b.length) return true;
  const texts = new Map(b.map((file) => [file.path, file.text]));
  return a.some((file) => texts.get(file.path) !== file.text);
}

function writeKept(key: string, kept: KeptFiles | null): void {
  try {
    if (kept === null) localStorage.removeItem(key);
    else localStorage.setItem(key, JSON.stringify(kept));
  } catch {
    // Storage full or closed: the work lasts as long as the page.
  }
}

function readKept(key: string, opened: readonly PackFile[]): KeptFiles | undefined {
  try {
    const kept = JSON.parse(localStorage.getItem(key) ?? 'null') as KeptFiles | null;
    return kept !== null && Array.isArray(kept.files) && differs(kept.files, opened) ? kept : undefined;
  } catch {
    return undefined;
  }
}
