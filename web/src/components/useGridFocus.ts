import { type KeyboardEvent, useState } from 'react';

/** Where a number stands in its grid, rows and columns from 0. */
interface Place {
  readonly row: number;
  readonly column: number;
}

/**
 * One stop of Tab for all numbers of a grid; arrows lead from number to number, Home and End to the ends of the row (ARIA
 * Authoring Practices, grid). Spread `grid` on the element with `role="grid"` and `stop` on each number.
 */
export function useGridFocus(first: Place | undefined) {
  const [focused, setFocused] = useState<Place>();
  const current = focused ?? first;
  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    const numbers = [...event.currentTarget.querySelectorAll<HTMLElement>('[data-place]')];
    const at = placeOf(document.activeElement);
    const next = at && nextOf(event.key, at, numbers.map(placeOf));
    if (next === undefined) return;
    event.preventDefault();
    numbers[next]?.focus();
  };
  return {
    grid: { onKeyDown },
    stop: (row: number, column: number) => ({
      'data-place': `${row} ${column}`,
      tabIndex: current?.row === row && current.column === column ? 0 : -1,
      onFocus: () => setFocused({ row, column }),
    }),
  };
}

function placeOf(element: Element | null): Place | undefined {
  const [row, column] = (element?.getAttribute('data-place') ?? '').split(' ').map(Number);
  return row === undefined || column === undefined ? undefined : { row, column };
}

/** Index of the number that a key leads to; undefined where it leads nowhere. */
export function nextOf(key: string, at: Place, places: readonly (Place | undefined)[]): number | undefined {
  /** How far a number is in the direction of the key, the smaller the nearer; undefined: not in it. */
  const distance = (place: Place): number | undefined => {
    const [down, right] = [place.row - at.row, place.column - at.column];
    if (key === 'ArrowRight') return down === 0 && right > 0 ? right : undefined;
    if (key === 'ArrowLeft') return down === 0 && right < 0 ? -right : undefined;
    if (key === 'Home') return down === 0 && right < 0 ? place.column : undefined;
    if (key === 'End') return down === 0 && right > 0 ? -place.column : undefined;
    if (key === 'ArrowDown') return down > 0 ? down * 1000 + Math.abs(right) : undefined;
    if (key === 'ArrowUp') return down < 0 ? -down * 1000 + Math.abs(right) : undefined;
    return undefined;
  };
  let [best, nearest]: [number | undefined, number] = [undefined, Number.POSITIVE_INFINITY];
  for (const [index, place] of places.entries()) {
    const far = place && distance(place);
    if (far !== undefined && far < nearest) [best, nearest] = [index, far];
  }
  return best;
}
