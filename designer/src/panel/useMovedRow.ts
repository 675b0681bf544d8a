import { type RefObject, useEffect, useState } from 'react';

/** Keeps the focus with a row that was moved: on the button that moved it, or on the other one at the end of the list. */
export function useMovedRow(list: RefObject<HTMLElement | null>): (from: number, to: number) => void {
  const [moved, setMoved] = useState<{ at: number; way: 'up' | 'down' } | null>(null);
  useEffect(() => {
    if (moved === null) return;
    const row = list.current?.children[moved.at];
    const buttons = [...(row?.querySelectorAll<HTMLButtonElement>('button[data-move]') ?? [])].filter(
      (button) => !button.disabled,
    );
    const same = buttons.find((button) => button.dataset['move'] === moved.way);
    (same ?? buttons[0])?.focus();
  }, [list, moved]);
  return (from, to) => setMoved({ at: to, way: to < from ? 'up' : 'down' });
}
