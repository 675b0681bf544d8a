import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect, useRef, useState } from 'react';
import { editCase, readCase } from '../api/cases.ts';
import type { CaseView } from '../api/caseTypes.ts';
import { Problem } from '../api/problem.ts';
import type { FormData } from '../api/types.ts';
import { editOf, type IntakeValues, type Section, valuesOf } from './intakeSections.ts';
import { SaveQueue } from './saveQueue.ts';
import { isBlank, isSame } from './stillShown.ts';

export type SaveState = 'saved' | 'waiting' | 'saving' | 'away' | 'refused' | 'conflict';
/** Time without typing after which the draft is saved, in milliseconds. */
const pause = 900;
/** Time after which a save that did not reach the server is tried again, in milliseconds. */
const again = 5000;

/**
 * The draft being edited: typed values live here, are saved part by part after a short pause, one write at a time,
 * each on the version the last one left. What the server refuses stays on the screen with its reason.
 */
export function useIntakeDraft(caseId: string) {
  const client = useQueryClient();
  const queryKey = ['case', caseId];
  const query = useQuery({ queryKey, queryFn: () => readCase(caseId), staleTime: 0 });
  const [values, setValues] = useState<IntakeValues>();
  const [saveState, setSaveState] = useState<SaveState>('saved');
  const [refusals, setRefusals] = useState<Partial<Record<Section, Problem>>>({});
  const [edition, setEdition] = useState(0);
  const current = useRef<IntakeValues>(undefined);
  const version = useRef(0);
  const dirty = useRef(new Set<Section>());
  const queue = useRef(new SaveQueue());
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  /** Told what the server filled into the form or changed in it, and what stood there before, so that it is shown. */
  const whenFilled = useRef<(values: FormData, before: FormData) => void>(() => undefined);

  const view = query.data;
  useEffect(() => {
    if (view === undefined) return;
    version.current = view.version;
    if (current.current !== undefined) return;
    current.current = valuesOf(view);
    setValues(current.current);
  }, [view]);

  /**
   * Takes over what the server filled into the form, or changed in it because another license was chosen; what is typed and not
   * saved yet goes before it.
   */
  const adoptForm = useCallback(
    (saved: CaseView): FormData | undefined => {
      const before = client.getQueryData<CaseView>(['case', caseId])?.formData ?? {};
      version.current = saved.version;
      client.setQueryData<CaseView>(['case', caseId], saved);
      const held = current.current;
      if (held === undefined) return undefined;
      const fresh = Object.entries(saved.formData ?? {}).filter(([key, value]) => {
        const typed = held.formData[key];
        if (isBlank(typed)) return !isBlank(value);
        return !isSame(typed, value) && isSame(typed, before[key]);
      });
      if (fresh.length === 0) return undefined;
      const filled = Object.fromEntries(fresh);
      current.current = { ...held, formData: { ...held.formData, ...filled } };
      setValues(current.current);
      return filled;
    },
    [caseId, client],
  );

  /** The case as it is now, when what this section says there is still what it said here: then others changed other parts. */
  const rebase = useCallback(
    async (section: Section): Promise<boolean> => {
      const before = client.getQueryData<CaseView>(['case', caseId]);
      const fresh = await readCase(caseId).catch(() => undefined);
      if (before === undefined || fresh === undefined) return false;
      const said = (view: CaseView) => JSON.stringify(valuesOf(view)[section]);
      if (said(before) !== said(fresh)) return false;
      version.current = fresh.version;
      client.setQueryData<CaseView>(['case', caseId], fresh);
      return true;
    },
    [caseId, client],
  );

  const saveAll = useCallback(async (): Promise<boolean> => {
    let clean = true;
    setSaveState('saving');
    for (const section of [...dirty.current]) {
      const held = current.current;
      const edit = held === undefined ? undefined : editOf(section, held);
      if (edit === undefined) continue;
      dirty.current.delete(section);
      try {
        const saved = await editCase(caseId, version.current, edit).catch(async (error: unknown) => {
          if (!(error instanceof Problem) || error.status !== 412 || !(await rebase(section))) throw error;
          return editCase(caseId, version.current, edit);
        });
        const filled = section === 'formData' ? undefined : adoptForm(saved);
        version.current = saved.version;
        client.setQueryData<CaseView>(['case', caseId], saved);
        if (filled !== undefined) whenFilled.current(filled, held?.formData ?? {});
        setRefusals(({ [section]: _gone, ...rest }) => rest);
      } catch (error) {
        clean = false;
        if (!(error instanceof Problem)) throw error;
        if (error.outcomeUnknown || error.signedOut || error.status === 412) {
          dirty.current.add(section);
          setSaveState(error.status === 412 ? 'conflict' : 'away');
          return false;
        }
        setRefusals((before) => ({ ...before, [section]: error }));
      }
    }
    setSaveState(clean ? 'saved' : 'refused');
    return clean;
  }, [caseId, client, adoptForm, rebase]);

  const flush = useCallback((): Promise<boolean> => {
    clearTimeout(timer.current);
    return queue.current.run(saveAll);
  }, [saveAll]);

  useEffect(() => {
    if (saveState !== 'away') return;
    const retry = setTimeout(() => void flush(), again);
    return () => clearTimeout(retry);
  }, [saveState, flush]);

  const change = useCallback(
    <S extends Section>(section: S, value: IntakeValues[S]) => {
      if (current.current === undefined) return;
      current.current = { ...current.current, [section]: value };
      setValues(current.current);
      dirty.current.add(section);
      setSaveState('waiting');
      clearTimeout(timer.current);
      timer.current = setTimeout(() => void flush(), pause);
    },
    [flush],
  );

  /** Runs a write that is not an edit (upload, receive …) in turn, then reads the case anew. */
  const write = useCallback(
    <T>(work: () => Promise<T>): Promise<T> =>
      queue.current.run(async () => {
        try {
          return await work();
        } finally {
          const fresh = await readCase(caseId).catch(() => undefined);
          if (fresh !== undefined) {
            version.current = fresh.version;
            client.setQueryData<CaseView>(['case', caseId], fresh);
          }
          void client.invalidateQueries({
            queryKey: ['case', caseId],
            predicate: ({ queryKey: key }) => key.length > 2,
          });
        }
      }),
    [caseId, client],
  );

  /** Reads the case anew, in turn: something came in from elsewhere. */
  const reread = useCallback((): void => void write(() => Promise.resolve()), [write]);

  /** Runs a write on the version that the last one left, after what is typed is saved. */
  const onVersion = useCallback(
    (work: (version: number) => Promise<CaseView>): Promise<CaseView> => {
      clearTimeout(timer.current);
      return queue.current.run(async () => {
        await saveAll();
        const saved = await work(version.current);
        version.current = saved.version;
        client.setQueryData<CaseView>(['case', caseId], saved);
        return saved;
      });
    },
    [caseId, client, saveAll],
  );

  /** Settles a conflict: theirs drops what was typed here; mine is saved over the newer version. */
  const settle = useCallback(
    async (whose: 'mine' | 'theirs') => {
      const fresh = await readCase(caseId);
      version.current = fresh.version;
      client.setQueryData<CaseView>(['case', caseId], fresh);
      if (whose === 'theirs') {
        dirty.current.clear();
        current.current = valuesOf(fresh);
        setValues(current.current);
        setRefusals({});
        setEdition((before) => before + 1);
        setSaveState('saved');
      } else await flush();
    },
    [caseId, client, flush],
  );

  useEffect(() => {
    const leaving = (event: BeforeUnloadEvent) => {
      if (dirty.current.size > 0) event.preventDefault();
    };
    window.addEventListener('beforeunload', leaving);
    return () => {
      window.removeEventListener('beforeunload', leaving);
      if (dirty.current.size > 0) void flush();
    };
  }, [flush]);

  return {
    query,
    view,
    values,
    change,
    saveState,
    refusals,
    flush,
    write,
    onVersion,
    reread,
    adoptForm,
    whenFilled,
    settle,
    edition,
  };
}

export type IntakeDraft = ReturnType<typeof useIntakeDraft>;
