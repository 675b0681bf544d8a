import { useCallback } from 'react';
import { useSearchParams } from 'react-router';

/** What a list behind a number is narrowed by, each a text in the address. */
export const drills = ['light', 'department', 'level', 'item', 'age', 'figure', 'day'] as const;
/** As `day`: of all time, as the cards of the board count. */
export const ever = 'ever';
export type Drill = Partial<Record<(typeof drills)[number], string>>;

/** What stays in the address when a list is opened or closed: where on the page one is. */
const kept = ['tab', 'shape', 'tier', 'pack', 'version', 'span', 'from', 'to', 'report'] as const;

/** The address of the same page with the list behind a number. */
export function drillTo(search: URLSearchParams, drill: Drill): string {
  const next = new URLSearchParams();
  for (const key of kept) {
    const value = search.get(key);
    if (value !== null) next.set(key, value);
  }
  for (const [key, value] of Object.entries(drill)) if (value !== '') next.set(key, value);
  return `/supervision?${next}`;
}

/** Makes the addresses of lists behind numbers; without anything to narrow by: the page without a list. */
export function useDrill(): (drill: Drill) => string {
  const [search] = useSearchParams();
  return useCallback((drill: Drill) => drillTo(search, drill), [search]);
}
