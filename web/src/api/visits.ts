import type { CaseView } from './caseTypes.ts';
import { request } from './request.ts';
import type { Text } from './types.ts';

/** An item chosen for a visit. */
export interface BasketItem {
  packCode: string;
  operation: string;
  name: Text;
  operationName: Text;
  /** What may be applied for of the item. */
  operations: { key: string; name: Text }[];
}

/** Opens one draft for several items. Throws Problem. */
export const openVisit = (items: readonly BasketItem[], idempotencyKey: string) =>
  request<CaseView>('POST', '/visits', {
    body: { items: items.map(({ packCode, operation }) => ({ packCode, operation })) },
    idempotencyKey,
  });
