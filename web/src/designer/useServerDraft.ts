import { useCallback, useEffect, useRef, useState } from 'react';
import { dropDraft, lintPack, readDraft, readPack, saveDraft } from '../api/packs.ts';
import type { LintFinding, PackFile, PackView } from '../api/packTypes.ts';
import { Problem } from '../api/problem.ts';
import { useSession } from '../app/session.ts';
import { differs } from './useUnsavedWork.ts';

/** How often a save that did not come through is tried again, in milliseconds. */
const again = 8_000;

/** What another window has saved or published meanwhile, and what this one started from. */
export interface Elsewhere {
  readonly base: readonly PackFile[];
  readonly theirs: readonly PackFile[];
  /** Revision of the other window's draft; undefined after it was published. */
  readonly revision: number | undefined;
  /** Version that it is based on, or has become. */
  readonly version: number;
}

/** Why a save waits: no connection, or nobody is signed in any more. */
type Waiting = 'offline' | 'signedOut';

/**
 * Checks the files; where they are work of one's own, saving them as the draft at the server is the check. What cannot be
 * sent for want of a connection or of a session is sent when it is back: the check takes until then. A draft that another
 * window has changed meanwhile is left alone until both are brought together.
 */
export function useServerDraft(pack: PackView, options: { base: number; may: boolean }) {
  const { base, may } = options;
  const { packCode } = pack;
  const revision = useRef(pack.draft?.version);
  const saved = useRef<readonly PackFile[]>(pack.draft?.files ?? pack.files);
  const [state, setState] = useState<'none' | 'saving' | 'saved' | Waiting>('none');
  const [elsewhere, setElsewhere] = useState(false);
  const lost = useRef(false);
  /** Sent, and it is not known whether it arrived. */
  const unsure = useRef<readonly PackFile[]>(undefined);
  const untilBack = useUntilBack();
  const check = useCallback(
    async (files: readonly PackFile[], isWork: boolean): Promise<LintFinding[]> => {
      for (;;) {
        try {
          if (may && !isWork && !lost.current && revision.current !== undefined) {
            // All was undone: no draft is offered next time. Its saves stay in the history.
            await dropDraft(packCode);
            revision.current = undefined;
          }
          if (!may || !isWork || lost.current) return (await lintPack(packCode, files)).findings;
          setState('saving');
          const draft = await saveDraft(packCode, { baseVersion: base, files }, revision.current);
          revision.current = draft.version;
          saved.current = files;
          unsure.current = undefined;
          setState('saved');
          return draft.findings;
        } catch (error) {
          const waiting = whyWait(error);
          setState(lost.current ? 'none' : (waiting ?? 'none'));
          if (waiting === 'offline' && !lost.current) unsure.current ??= files;
          if (waiting !== null) await untilBack();
          else if (error instanceof Problem && error.code === 'versionConflict' && !lost.current) {
            const draft = unsure.current && (await readDraft(packCode).catch(() => undefined));
            if (draft && unsure.current && !differs(draft.files, unsure.current)) {
              // It had arrived: only its answer was lost.
              revision.current = draft.version;
            } else {
              lost.current = true;
              setElsewhere(true);
            }
            unsure.current = undefined;
          } else throw error;
        }
      }
    },
    [packCode, base, may, untilBack],
  );
  const drop = useCallback(async () => {
    if (revision.current === undefined) return;
    revision.current = undefined;
    await dropDraft(packCode);
  }, [packCode]);
  const readElsewhere = useCallback(async (): Promise<Elsewhere> => {
    const base = saved.current;
    try {
      const { files, version, baseVersion } = await readDraft(packCode);
      return { base, theirs: files, revision: version, version: baseVersion };
    } catch (error) {
      if (!(error instanceof Problem) || error.status !== 404) throw error;
      const { files, version } = await readPack(packCode);
      return { base, theirs: files, revision: undefined, version };
    }
  }, [packCode]);
  /** Both works are brought together: the next save is on top of the other window's. */
  const goOnFrom = useCallback(({ theirs, revision: theirRevision }: Elsewhere) => {
    revision.current = theirRevision;
    saved.current = theirs;
    lost.current = false;
    setElsewhere(false);
  }, []);
  return { check, drop, elsewhere, state, readElsewhere, goOnFrom };
}

function whyWait(error: unknown): Waiting | null {
  if (!(error instanceof Problem)) return null;
  if (error.signedOut) return 'signedOut';
  // 500 is about these files; with the others the server was not reached, or is not up.
  return error.outcomeUnknown && error.status !== 500 ? 'offline' : null;
}

/** Waits some seconds, or less: until the browser is on line again, or the person has signed in again. */
function useUntilBack(): () => Promise<void> {
  const waiting = useRef(new Set<() => void>());
  const wake = useCallback(() => {
    for (const go of [...waiting.current]) go();
  }, []);
  const session = useSession().data?.csrfToken;
  // biome-ignore lint/correctness/useExhaustiveDependencies: another session may be the awaited one
  useEffect(wake, [session]);
  useEffect(() => {
    addEventListener('online', wake);
    return () => removeEventListener('online', wake);
  }, [wake]);
  const left = useRef(false);
  useEffect(() => {
    left.current = false;
    return () => {
      left.current = true;
    };
  }, []);
  return useCallback(
    () =>
      new Promise((resolve, reject) => {
        const go = () => {
          clearTimeout(timer);
          waiting.current.delete(go);
          if (left.current) reject(new Error('the page was left'));
          else resolve();
        };
        const timer = setTimeout(go, again);
        waiting.current.add(go);
      }),
    [],
  );
}
