import { createHash } from 'node:crypto';
import { canonicalJson } from '../audit/eventHash.ts';
import type { PaymentLineDocument } from './model.ts';

/** What the hash of a list covers of a line; what the bank says later is not part of it. */
type HashedLine = Pick<
  PaymentLineDocument,
  '_id' | 'entitlementId' | 'caseNo' | 'kind' | 'period' | 'amountFen' | 'rowHash'
>;

/** SHA-256 of the columns of a line in clear. */
export function rowHash(row: Record<string, string>): string {
  return createHash('sha256').update(canonicalJson(row)).digest('hex');
}

/** SHA-256 over the lines of a list in their order: whoever keeps it can tell that the list was not changed. */
export class ListHash {
  readonly #hash = createHash('sha256');

  add(line: HashedLine): void {
    const { _id, entitlementId, caseNo, kind, period, amountFen } = line;
    this.#hash.update(
      `${canonicalJson({ _id, entitlementId, caseNo, kind, period, amountFen, rowHash: line.rowHash })}\n`,
    );
  }

  digest(): string {
    return this.#hash.digest('hex');
  }
}
