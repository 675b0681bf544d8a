import { request } from './request.ts';
import type { NamedRef, Text } from './types.ts';

/** A list of a batch that a case is or was on, as whoever applied sees it. */
export interface OwnBatchList {
  id: string;
  number: string;
  itemName: Text;
  stepName: Text;
  department: NamedRef;
  at: string;
  state: 'waiting' | 'handled' | 'leftOut';
}

/** `owner`: `/portal/cases/{id}` or `/public/progress/{token}`. Throws Problem. */
export const listOwnBatchLists = (owner: string) =>
  request<{ items: OwnBatchList[] }>('GET', `${owner}/batch-lists`);
