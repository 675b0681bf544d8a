import { type RefObject, useEffect, useRef } from 'react';
import type { TaskSummary } from '../api/taskTypes.ts';

/**
 * Keeps the keyboard in the list when the row that had it goes away by itself (claimed by a colleague, completed, filtered
 * by a live update): the row that has taken its place gets the focus.
 */
export function useRowFocus(body: RefObject<HTMLTableSectionElement | null>, tasks: TaskSummary[]): void {
  const last = useRef<{ id: string; at: number } | null>(null);
  useEffect(() => {
    const section = body.current;
    const noted = (event: FocusEvent) => {
      const row = event.target instanceof Element ? event.target.closest('tr') : null;
      const link = row?.querySelector<HTMLElement>('a[data-task]');
      const rows = [...(section?.querySelectorAll('tr') ?? [])];
      if (row && link) last.current = { id: link.dataset['task'] ?? '', at: rows.indexOf(row) };
    };
    // Where the focus went by the person's own will, it is not fetched back.
    const gone = (event: FocusEvent) => {
      if (event.target instanceof Node && !section?.contains(event.target)) last.current = null;
    };
    section?.addEventListener('focusin', noted);
    document.addEventListener('focusin', gone);
    return () => {
      section?.removeEventListener('focusin', noted);
      document.removeEventListener('focusin', gone);
    };
  }, [body]);
  useEffect(() => {
    const lost = last.current;
    if (lost === null || document.activeElement !== document.body) return;
    if (tasks.some((task) => task.id === lost.id)) {
      body.current?.querySelector<HTMLElement>(`a[data-task="${CSS.escape(lost.id)}"]`)?.focus();
      return;
    }
    const links = [...(body.current?.querySelectorAll<HTMLElement>('a[data-task]') ?? [])];
    (links[lost.at] ?? links.at(-1))?.focus();
  }, [body, tasks]);
}
