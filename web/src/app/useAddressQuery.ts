import { useCallback } from 'react';
import { useSearchParams } from 'react-router';

/**
 * What the address says behind its `?`, and how to change it in place: *back* leaves the page, not the last choice. An empty value
 * takes its key away.
 */
export function useAddressQuery(): [URLSearchParams, (change: Readonly<Record<string, string>>) => void] {
  const [search, setSearch] = useSearchParams();
  const set = useCallback(
    (change: Readonly<Record<string, string>>) =>
      setSearch(
        (before) => {
          const next = new URLSearchParams(before);
          for (const [key, value] of Object.entries(change))
            value === '' ? next.delete(key) : next.set(key, value);
          return next;
        },
        { replace: true },
      ),
    [setSearch],
  );
  return [search, set];
}
