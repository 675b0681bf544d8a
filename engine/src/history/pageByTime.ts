import type { EngineInstant } from '../client/types.ts';
import { toMilliseconds } from './engineInstant.ts';

export type TimePages<T> = {
  /** Inclusive start; everything when undefined. */
  from: EngineInstant | undefined;
  pageSize: number;
  /** Reads at most `maxResults` entries at or after `from`, ordered by time, then id. */
  read: (from: EngineInstant | undefined, maxResults: number) => Promise<T[]>;
  timeOf: (entry: T) => EngineInstant;
  idOf: (entry: T) => string;
};

/**
 * Pages through entries by time, never by offset: entries that appear or vanish meanwhile shift no page. Each page
 * starts at the last one's newest time again, so that entries of the same millisecond are not lost; what was seen at
 * that millisecond is left out. A page full of one millisecond is read again with room for more.
 */
export async function* pageByTime<T>({
  from,
  pageSize,
  read,
  timeOf,
  idOf,
}: TimePages<T>): AsyncGenerator<T[]> {
  let start = from;
  let room = pageSize;
  let seenAtStart = new Set<string>();
  for (;;) {
    const page = await read(start, room);
    const fresh = page.filter((entry) => !seenAtStart.has(idOf(entry)));
    if (fresh.length > 0) yield fresh;
    if (page.length < room) return;
    const newest = timeOf(page[page.length - 1] as T);
    const newestMs = toMilliseconds(newest);
    const atNewest = page.filter((entry) => toMilliseconds(timeOf(entry)) === newestMs).map(idOf);
    if (start !== undefined && newestMs === toMilliseconds(start)) {
      room *= 2;
      for (const id of atNewest) seenAtStart.add(id);
    } else {
      room = pageSize;
      seenAtStart = new Set(atNewest);
    }
    start = newest;
  }
}
