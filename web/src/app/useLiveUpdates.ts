import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { useLocation } from 'react-router';
import { addressOf } from '../api/request.ts';
import { hasRole, officers } from './navigation.ts';
import { useSession, useUser } from './session.ts';

/** Changes within this time are read together, in milliseconds. */
const gather = 400;
/** Reading waits this many times for an action that is being sent. */
const mostPut = 10;
/** While the stream is down the lists are read this often, in milliseconds. */
const fallback = 30_000;

interface Only {
  /** Changes of other cases are not looked at. */
  caseId?: string;
  /** Milliseconds that lie at least between two readings; in a large department something changes all the time. */
  apart?: number;
}

/**
 * Reads the given queries anew whenever the server tells of a change of these kinds, of one case where it is named. Returns
 * whether the stream is open; while it is not, and for experts, whom it is not for, the queries are read from time to time
 * instead.
 */
export function useLiveUpdates(
  kinds: readonly ('task' | 'case' | 'record')[],
  queryKeys: readonly (readonly unknown[])[],
  { caseId, apart = 0 }: Only = {},
): boolean {
  const client = useQueryClient();
  const { pathname } = useLocation();
  const [open, setOpen] = useState(false);
  const told = hasRole(useUser(), officers);
  const kindsKey = kinds.join(' ');
  const keysKey = JSON.stringify(queryKeys);
  /** A stream ends with its session. */
  const session = useSession().data?.csrfToken;
  // biome-ignore lint/correctness/useExhaustiveDependencies: opened anew in a new session
  useEffect(() => {
    const keys = JSON.parse(keysKey) as unknown[][];
    let timer: ReturnType<typeof setTimeout> | undefined;
    let put = 0;
    let last = Number.NEGATIVE_INFINITY;
    const refresh = () => {
      timer = undefined;
      // What is being sent may take away what is shown (a task given back): its own end reads anew or leaves the page.
      if (client.isMutating() > 0 && put < mostPut) {
        put += 1;
        timer = setTimeout(refresh, gather);
        return;
      }
      put = 0;
      // The next page is being drawn: this one is not read again.
      if (window.location.pathname !== pathname) return;
      last = performance.now();
      for (const queryKey of keys) void client.invalidateQueries({ queryKey });
    };
    const changed = () => {
      timer ??= setTimeout(refresh, Math.max(gather, last + apart - performance.now()));
    };
    const heard = (event: MessageEvent<string>) => {
      if (caseId === undefined || (JSON.parse(event.data) as { caseId: string }).caseId === caseId) changed();
    };
    if (!told) {
      const poll = setInterval(refresh, fallback);
      return () => clearInterval(poll);
    }
    const stream = new EventSource(addressOf('/events/stream'));
    let opened = false;
    stream.onopen = () => {
      setOpen(true);
      if (opened) changed();
      opened = true;
    };
    stream.onerror = () => setOpen(false);
    for (const kind of kindsKey.split(' ')) stream.addEventListener(kind, heard);
    const poll = setInterval(() => stream.readyState !== EventSource.OPEN && refresh(), fallback);
    return () => {
      stream.close();
      clearTimeout(timer);
      clearInterval(poll);
    };
  }, [client, told, kindsKey, keysKey, caseId, apart, pathname, session]);
  return open;
}
