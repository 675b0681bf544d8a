import { useCallback, useEffect, useRef, useState } from 'react';
import { dropDraft, lintPack, readDraft, saveDraft } from '../api/packs.ts';
import type { LintFinding, PackFile, PackView } from '../api/packTypes.ts';
import { Problem } from '../api/problem.ts';

/** How often a save that did not come through is tried again, in milliseconds. */
const again = 8_000;

/** The draft that another window has saved meanwhile, and what this one started from. */
export interface Elsewhere {
  readonly base: readonly PackFile[];
  readonly theirs: readonly PackFile[];
  readonly version: number;
}

/**
 * Checks the files; where they are work of one's own, saving them as the draft at the server is the check. What cannot be
 * sent for want of a connection is sent when it is back. A draft that another window has changed meanwhile is left alone
 * until both are brought together.
 */
export function useServerDraft(pack: PackView, options: { base: number; may: boolean }) {
  const { base, may } = options;
  const { packCode } = pack;
  const revision = useRef(pack.draft?.version);
  const saved = useRef<readonly PackFile[]>(pack.draft?.files ?? pack.files);
  const unsent = useRef<readonly PackFile[] | null>(null);
  const [state, setState] = useState<'none' | 'saving' | 'saved' | 'offline'>('none');
  const [elsewhere, setElsewhere] = useState(false);
  const lost = useRef(false);
  const check = useCallback(
    async (files: readonly PackFile[], isWork: boolean): Promise<LintFinding[]> => {
      if (may && isWork && !lost.current) {
        setState('saving');
        try {
          const draft = await saveDraft(packCode, { baseVersion: base, files }, revision.current);
          revision.current = draft.version;
          saved.current = files;
          unsent.current = null;
          setState('saved');
          return draft.findings;
        } catch (error) {
          const away = error instanceof Problem && error.outcomeUnknown;
          unsent.current = away ? files : null;
          setState(away ? 'offline' : 'none');
          if (!(error instanceof Problem) || error.code !== 'versionConflict') throw error;
          lost.current = true;
          setElsewhere(true);
        }
      }
      return (await lintPack(packCode, files)).findings;
    },
    [packCode, base, may],
  );
  useEffect(() => {
    if (state !== 'offline') return;
    const send = () => {
      if (unsent.current !== null) void check(unsent.current, true).catch(() => undefined);
    };
    const timer = setInterval(send, again);
    addEventListener('online', send);
    return () => {
      clearInterval(timer);
      removeEventListener('online', send);
    };
  }, [state, check]);
  const drop = useCallback(async () => {
    if (revision.current === undefined) return;
    revision.current = undefined;
    await dropDraft(packCode);
  }, [packCode]);
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
  return { check, drop, elsewhere, state, readElsewhere, goOnFrom };
}
