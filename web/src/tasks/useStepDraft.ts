import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect, useRef, useState } from 'react';
import { Problem } from '../api/problem.ts';
import { dropStepDraft, readTask, saveStepDraft } from '../api/tasks.ts';
import type { TaskView } from '../api/taskTypes.ts';
import type { FormData } from '../api/types.ts';
import { SaveQueue } from '../window/saveQueue.ts';

export type DraftState = 'none' | 'waiting' | 'saving' | 'saved' | 'away' | 'refused' | 'elsewhere';
/** Time without a change after which it is saved, in milliseconds. */
const pause = 700;
/** Time after which a save that did not reach the server is tried again, in milliseconds. */
const again = 5000;

/**
 * Keeps what is filled in at a step on the server while it is filled in: one save at a time, each on the version the last
 * one left. A save from another window of the same person stops it until the person has chosen.
 */
export function useStepDraft(task: TaskView, held: boolean) {
  const client = useQueryClient();
  const [state, setState] = useState<DraftState>('none');
  const version = useRef(task.draft?.version);
  const waiting = useRef<FormData | null>(null);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const queue = useRef(new SaveQueue());
  const stopped = useRef(false);
  const later = useRef<() => void>(() => undefined);
  const { id } = task;
  const { packVersion } = task.case;

  const save = useCallback(async (): Promise<void> => {
    const formData = waiting.current;
    if (formData === null || stopped.current) return;
    // The step may be on its way to be completed: what it was filled in with goes with it.
    if (client.isMutating() > 0) {
      timer.current = setTimeout(() => later.current(), pause);
      return;
    }
    waiting.current = null;
    setState('saving');
    try {
      const saved = await saveStepDraft(id, { formData, packVersion }, version.current);
      version.current = saved.version;
      client.setQueryData<TaskView>(['task', id], (before) =>
        before === undefined ? before : { ...before, draft: { formData, ...saved, outdated: false } },
      );
      setState((before) => (before === 'saving' ? 'saved' : before));
    } catch (error) {
      if (!(error instanceof Problem)) throw error;
      if (error.outcomeUnknown) {
        waiting.current ??= formData;
        setState('away');
      } else if (error.status === 412 || error.code === 'stepFormChanged') {
        waiting.current ??= formData;
        setState('elsewhere');
      } else setState('refused');
    }
  }, [client, id, packVersion]);

  const flush = useCallback(() => {
    clearTimeout(timer.current);
    return queue.current.run(save);
  }, [save]);
  later.current = () => void flush();

  useEffect(() => {
    if (state !== 'away') return;
    const retry = setTimeout(() => void flush(), again);
    return () => clearTimeout(retry);
  }, [state, flush]);

  useEffect(() => {
    const leaving = () => {
      if (waiting.current !== null) void flush();
    };
    window.addEventListener('pagehide', leaving);
    return () => {
      window.removeEventListener('pagehide', leaving);
      leaving();
    };
  }, [flush]);

  /** The form has changed. */
  const change = (data: FormData) => {
    if (!held || stopped.current) return;
    waiting.current = data;
    if (state === 'elsewhere') return;
    setState('waiting');
    clearTimeout(timer.current);
    timer.current = setTimeout(() => void flush(), pause);
  };
  /** Resolves when no save is under way; while an act is sent none begins. */
  const atRest = () => queue.current.run(async () => undefined);
  /** The step is completed: nothing is kept any more. */
  const stop = () => {
    stopped.current = true;
    clearTimeout(timer.current);
  };
  const drop = async () => {
    clearTimeout(timer.current);
    waiting.current = null;
    await queue.current.run(() => dropStepDraft(id));
    version.current = undefined;
    setState('none');
    client.setQueryData<TaskView>(['task', id], (before) =>
      before === undefined ? before : { ...before, draft: null },
    );
  };
  /** Reads what the other window has; with `keep` it is written over. Returns the task as it is now. */
  const settle = async (keep: boolean): Promise<TaskView> => {
    const fresh = await readTask(id);
    version.current = fresh.draft?.version;
    if (!keep) waiting.current = null;
    client.setQueryData<TaskView>(['task', id], fresh);
    setState('none');
    if (keep) await flush();
    return fresh;
  };
  return { state, change, flush, atRest, stop, drop, settle };
}
