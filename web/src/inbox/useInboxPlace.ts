import { useEffect, useRef } from 'react';
import { useLocation } from 'react-router';
import type { TaskSummary } from '../api/taskTypes.ts';
import { forgetPlace, placeLeft, rememberPlace } from './inboxPlace.ts';

/**
 * Coming back to a list that was left by opening a task: as much as was shown is loaded again, the page is scrolled to where
 * it was, and the task that was opened has the focus. Returns what remembers the place before a task is opened.
 */
export function useInboxPlace(list: {
  tasks: TaskSummary[];
  ready: boolean;
  hasMore: boolean;
  loading: boolean;
  loadMore: () => void;
}): (task: TaskSummary) => void {
  const { search } = useLocation();
  const place = useRef(placeLeft(search));
  const { tasks, ready, hasMore, loading, loadMore } = list;
  useEffect(() => {
    const left = place.current;
    if (left === null || !ready || loading) return;
    if (hasMore && tasks.length < left.shown) {
      loadMore();
      return;
    }
    place.current = null;
    forgetPlace(search);
    requestAnimationFrame(() => {
      window.scrollTo(0, left.scrolled);
      document
        .querySelector<HTMLElement>(`a[data-task="${CSS.escape(left.taskId)}"]`)
        ?.focus({ preventScroll: left.scrolled > 0 });
    });
  }, [ready, loading, hasMore, loadMore, tasks, search]);
  return (task) => rememberPlace(search, { taskId: task.id, shown: tasks.length, scrolled: window.scrollY });
}
