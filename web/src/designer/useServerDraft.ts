import { useCallback, useEffect, useRef, useState } from 'react';
import { dropDraft, readDraft, saveDraft } from '../api/packs.ts';
import type { PackFile, PackView } from '../api/packTypes.ts';
import { Problem } from '../api/problem.ts';
import { differs } from './useUnsavedWork.ts';

/** Time after the last edit at which the draft is saved, and the longest while edits go on, in milliseconds. */
const pause = 800;
const longest = 5_000;
/** How often a save that did not come through is tried again, in milliseconds. */
const again = 8_000;

/** The draft that another window has saved meanwhile, and what this one started from. */
export interface Elsewhere {
  readonly base: readonly PackFile[];
  readonly theirs: readonly PackFile[];
  readonly version: number;
}

/**
 * Saves one's own work as the draft at the server, a moment after the last edit and one save at a time, always the newest
 * files. What cannot be sent for want of a connection is sent when it is back. A draft that another window has changed
 * meanwhile is left alone until both are brought together.
 */
export function useServerDraft(pack: PackView, options: { base: number; may: boolean }) {
  const { packCode } = pack;
  const now = useRef(options);
  now.current = options;
  const revision = useRef(pack.draft?.version);
  const saved = useRef<readonly PackFile[]>(pack.draft?.files ?? pack.files);
  /** Newest files that the server does not have. */
  const unsent = useRef<readonly PackFile[] | null>(null);
  const since = useRef(0);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const running = useRef<Promise<void> | null>(null);
  /** A pack that was never published is its draft. */
  const [state, setState] = useState<'none' | 'saving' | 'saved' | 'offline'>(
    pack.version === 0 && pack.draft !== null ? 'saved' : 'none',
  );
  const [elsewhere, setElsewhere] = useState(false);
  const lost = useRef(false);

  const sendAll = useCallback(async () => {
    while (unsent.current !== null && !lost.current) {
      const files = unsent.current;
      try {
        const draft = await saveDraft(packCode, { baseVersion: now.current.base, files }, revision.current);
        revision.current = draft.version;
        saved.current = files;
        if (unsent.current === files) unsent.current = null;
        setState(unsent.current === null ? 'saved' : 'saving');
      } catch (error) {
        const away = error instanceof Problem && error.outcomeUnknown;
        setState(away ? 'offline' : 'none');
        if (!away) unsent.current = null;
        if (error instanceof Problem && error.code === 'versionConflict') {
          lost.current = true;
          setElsewhere(true);
        }
        return;
      }
    }
  }, [packCode]);
  /** Sends at once what was not sent; resolves when it has been tried. */
  const settle = useCallback((): Promise<void> => {
    clearTimeout(timer.current);
    since.current = 0;
    running.current ??= sendAll().finally(() => {
      running.current = null;
    });
    return running.current;
  }, [sendAll]);
  /** Takes the newest files. Work that was undone to what is published is saved only over a draft that says otherwise. */
  const save = useCallback(
    (files: readonly PackFile[]) => {
      if (!now.current.may || lost.current) return;
      if (revision.current === undefined && !differs(files, pack.files)) {
        unsent.current = null;
        return;
      }
      if (revision.current !== undefined && unsent.current === null && !differs(files, saved.current)) {
        setState('saved');
        return;
      }
      unsent.current = files;
      setState((old) => (old === 'offline' ? old : 'saving'));
      const begun = since.current || performance.now();
      since.current = begun;
      clearTimeout(timer.current);
      timer.current = setTimeout(
        () => void settle(),
        Math.max(0, Math.min(pause, begun + longest - performance.now())),
      );
    },
    [pack.files, settle],
  );
  useEffect(() => {
    if (state !== 'offline') return;
    const send = () => void settle();
    const repeat = setInterval(send, again);
    addEventListener('online', send);
    return () => {
      clearInterval(repeat);
      removeEventListener('online', send);
    };
  }, [state, settle]);
  useEffect(() => () => void settle(), [settle]);
  const drop = useCallback(async () => {
    unsent.current = null;
    await settle();
    if (revision.current === undefined) return;
    revision.current = undefined;
    await dropDraft(packCode);
  }, [packCode, settle]);
  const readElsewhere = useCallback(async (): Promise<Elsewhere> => {
    const draft = await readDraft(packCode);
    return { base: saved.current, theirs: draft.files, version: draft.version };
  }, [packCode]);
  /** Both works are brought together: the next save is on top of the other window's. */
  const goOnFrom = useCallback(({ theirs, version }: Elsewhere) => {
    revision.current = version;
    saved.current = theirs;
    lost.current = false;
    setElsewhere(false);
  }, []);
  return { save, settle, drop, elsewhere, state, readElsewhere, goOnFrom };
}
