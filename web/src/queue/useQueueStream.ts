import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { addressOf } from '../api/request.ts';

/** Changes within this time are read together, in milliseconds. */
const gather = 200;
/** While the stream is down the queue is read this often, in milliseconds. */
const fallback = 10_000;

/** Reads the given queries anew whenever the queue of the hall has changed. Returns whether the stream is open. */
export function useQueueStream(
  hallId: string | undefined,
  queryKeys: readonly (readonly unknown[])[],
): boolean {
  const client = useQueryClient();
  const [open, setOpen] = useState(false);
  const keysKey = JSON.stringify(queryKeys);
  useEffect(() => {
    if (hallId === undefined) return;
    const keys = JSON.parse(keysKey) as unknown[][];
    let timer: ReturnType<typeof setTimeout> | undefined;
    const refresh = () => {
      timer = undefined;
      for (const queryKey of keys) void client.invalidateQueries({ queryKey });
    };
    const changed = () => {
      timer ??= setTimeout(refresh, gather);
    };
    const stream = new EventSource(addressOf(`/public/halls/${hallId}/stream`));
    stream.onopen = () => {
      setOpen(true);
      changed();
    };
    stream.onerror = () => setOpen(false);
    stream.addEventListener('queue', changed);
    const poll = setInterval(() => stream.readyState !== EventSource.OPEN && refresh(), fallback);
    return () => {
      stream.close();
      clearTimeout(timer);
      clearInterval(poll);
    };
  }, [client, hallId, keysKey]);
  return open;
}
