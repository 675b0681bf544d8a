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
  useEffect(() => () => clearTimeout(timer.current), []);
  const keep = useCallback(
    (files: readonly PackFile[]) => {
      clearTimeout(timer.current);
      timer.current = setTimeout(() => writeKept(pack, differs(files, pack.files) ? files : null), pause);
    },
    [pack],
  );
  const forget = useCallback(() => {
    clearTimeout(timer.current);
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
