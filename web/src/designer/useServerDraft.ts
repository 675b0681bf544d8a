import { useCallback, useEffect, useRef, useState } from 'react';
import { dropDraft, readDraft, readPack, saveDraft } from '../api/packs.ts';
import type { PackFile, PackView } from '../api/packTypes.ts';
import { Problem } from '../api/problem.ts';
import { useSession } from '../app/session.ts';
import { differs } from './useUnsavedWork.ts';

/** Time after the last edit at which the draft is saved, and the longest while edits go on, in milliseconds. */
const pause = 800;
const longest = 5_000;
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
 * Saves one's own work as the draft at the server, a moment after the last edit and one save at a time, always the newest
 * files. What cannot be sent for want of a connection or of a session is sent when it is back. A draft that another window
 * has changed meanwhile is left alone until both are brought together.
 */
export function useServerDraft(pack: PackView, options: { base: number; may: boolean }) {
  const { packCode } = pack;
  const now = useRef(options);
  now.current = options;
  const revision = useRef(pack.draft?.version);
  const saved = useRef<readonly PackFile[]>(pack.draft?.files ?? pack.files);
  /** Newest files that the server does not have. */
  const unsent = useRef<readonly PackFile[] | null>(null);
  /** Sent, and it is not known whether it arrived. */
  const unsure = useRef<readonly PackFile[]>(undefined);
  const since = useRef(0);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const running = useRef<Promise<void> | null>(null);
  /** A pack that was never published is its draft. */
  const [state, setState] = useState<'none' | 'saving' | 'saved' | Waiting>(
    pack.version === 0 && pack.draft !== null ? 'saved' : 'none',
  );
  const [elsewhere, setElsewhere] = useState(false);
  const lost = useRef(false);

  const send = useCallback(
    async (files: readonly PackFile[]) => {
      if (differs(files, pack.files)) {
        const draft = await saveDraft(packCode, { baseVersion: now.current.base, files }, revision.current);
        revision.current = draft.version;
      } else if (revision.current !== undefined) {
        // All was undone: no draft is offered next time. Its saves stay in the history.
        await dropDraft(packCode);
        revision.current = undefined;
      }
      saved.current = files;
      unsure.current = undefined;
    },
    [packCode, pack.files],
  );
  /** Whether the save without an answer had arrived: then only its answer was lost. */
  const hadArrived = useCallback(async () => {
    const sent = unsure.current;
    unsure.current = undefined;
    const draft = sent && (await readDraft(packCode).catch(() => undefined));
    if (draft === undefined || sent === undefined || differs(draft.files, sent)) return false;
    revision.current = draft.version;
    saved.current = sent;
    return true;
  }, [packCode]);
  const sendAll = useCallback(async () => {
    while (unsent.current !== null && !lost.current) {
      const files = unsent.current;
      try {
        await send(files);
        if (unsent.current === files) unsent.current = null;
        setState(unsent.current !== null ? 'saving' : revision.current === undefined ? 'none' : 'saved');
      } catch (error) {
        const waiting = whyWait(error);
        if (waiting === 'offline') unsure.current ??= files;
        if (waiting === null && isConflict(error) && (await hadArrived())) continue;
        setState(waiting ?? 'none');
        if (isConflict(error)) {
          lost.current = true;
          setElsewhere(true);
        } else if (waiting === null) unsent.current = null;
        return;
      }
    }
  }, [send, hadArrived]);
  /** Sends at once what was not sent; resolves when it has been tried. */
  const settle = useCallback((): Promise<void> => {
    clearTimeout(timer.current);
    since.current = 0;
    running.current ??= sendAll().finally(() => {
      running.current = null;
    });
    return running.current;
  }, [sendAll]);
  /** Takes the newest files. Work that was undone to what is published is sent only where a draft says otherwise. */
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
      setState((old) => (old === 'offline' || old === 'signedOut' ? old : 'saving'));
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
  useSendWhenBack(state === 'offline' || state === 'signedOut', settle);
  useEffect(() => () => void settle(), [settle]);
  const drop = useCallback(async () => {
    unsent.current = null;
    await settle();
    if (revision.current === undefined) return;
    revision.current = undefined;
    await dropDraft(packCode);
  }, [packCode, settle]);
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
  return { save, settle, drop, elsewhere, state, readElsewhere, goOnFrom };
}

/** Sends now and then while something waits, and at once when the browser is on line or somebody has signed in again. */
function useSendWhenBack(waiting: boolean, settle: () => Promise<void>): void {
  const session = useSession().data?.csrfToken;
  // biome-ignore lint/correctness/useExhaustiveDependencies: another session may be the awaited one
  useEffect(() => {
    if (!waiting) return;
    const send = () => void settle();
    send();
    const repeat = setInterval(send, again);
    addEventListener('online', send);
    return () => {
      clearInterval(repeat);
      removeEventListener('online', send);
    };
  }, [waiting, session, settle]);
}

function whyWait(error: unknown): Waiting | null {
  if (!(error instanceof Problem)) return null;
  if (error.signedOut) return 'signedOut';
  // 500 is about these files; with the others the server was not reached, or is not up.
  return error.outcomeUnknown && error.status !== 500 ? 'offline' : null;
}

function isConflict(error: unknown): boolean {
  return error instanceof Problem && error.code === 'versionConflict';
}
