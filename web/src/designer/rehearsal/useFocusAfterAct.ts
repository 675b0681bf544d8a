import { useEffect, useRef } from 'react';

/**
 * The focus stays where it was when an act is over. Where the button that was pressed has gone, it goes to the heading of the task
 * that was worked on, or, once that is over too, to that of the first task that can be done now, or of the case.
 */
export function useFocusAfterAct(busy: boolean, taskId: string): void {
  const from = useRef<Element | null>(null);
  const begun = useRef(false);
  if (busy && !begun.current) from.current = document.activeElement;
  begun.current = busy;
  useEffect(() => {
    if (busy || from.current === null) return;
    const before = from.current;
    from.current = null;
    // Forms come a moment later, and what was pressed is free again by then.
    const frame = requestAnimationFrame(() => {
      const now = document.activeElement;
      if (now !== null && now !== document.body && now.isConnected && now !== before) return;
      const places = [
        before.isConnected && before !== document.body ? before : null,
        document.getElementById(`task-${taskId}`),
        document.querySelector('[id^="task-"]'),
        document.getElementById('rehearsed-case'),
      ];
      const place = places.find((one) => one instanceof HTMLElement);
      if (place instanceof HTMLElement) place.focus();
    });
    return () => cancelAnimationFrame(frame);
  }, [busy, taskId]);
}
