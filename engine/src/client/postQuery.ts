import type { Transport } from './transport.ts';
import type { Page } from './types.ts';

/** A query that the engine takes as JSON and answers in pages by `firstResult` and `maxResults`. */
export function postQuery<Query, Entry>({ send }: Transport, path: string) {
  return async (query: Query, { firstResult, maxResults }: Page = {}): Promise<Entry[]> =>
    (await send('POST', path, { query: { firstResult, maxResults }, json: query })) as Entry[];
}
