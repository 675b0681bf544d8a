import { useCallback } from 'react';
import { useSearchParams } from 'react-router';

export const inboxViews = ['mine', 'department', 'all'] as const;
export type InboxView = (typeof inboxViews)[number];

export interface InboxFilters {
  view: InboxView;
  light: string;
  packCode: string;
  caseNo: string;
}

/** Reads the filters out of an address. Anything unknown becomes the default. */
export function readFilters(search: URLSearchParams): InboxFilters {
  const view = inboxViews.find((one) => one === search.get('view')) ?? 'department';
  const text = (key: string) => search.get(key) ?? '';
  return { view, light: text('light'), packCode: text('packCode'), caseNo: text('caseNo') };
}

/** The filters of the inbox, kept in the address so that *back* returns to the same place. */
export function useInboxFilters(): [InboxFilters, (change: Partial<InboxFilters>) => void] {
  const [search, setSearch] = useSearchParams();
  const change = useCallback(
    (next: Partial<InboxFilters>) =>
      setSearch(
        (before) => {
          const after = new URLSearchParams(before);
          for (const [key, value] of Object.entries(next))
            value === '' ? after.delete(key) : after.set(key, value);
          return after;
        },
        { replace: true },
      ),
    [setSearch],
  );
  return [readFilters(search), change];
}
