import type { DmnRow } from './dmnParts.ts';

export interface RowPair {
  readonly left: DmnRow | undefined;
  readonly right: DmnRow | undefined;
}

/** Pairs rows by id, then by equal inputs: in the order of the old table, then what is new. */
export function matchRows(before: readonly DmnRow[], after: readonly DmnRow[]): RowPair[] {
  const free = new Set(after);
  const take = (fits: (row: DmnRow) => boolean): DmnRow | undefined => {
    const found = [...free].find(fits);
    if (found !== undefined) free.delete(found);
    return found;
  };
  const byId = before.map((left) => ({ left, right: take(({ id }) => id === left.id) }));
  const pairs = byId.map(({ left, right }) => ({
    left,
    right: right ?? take(({ inputs }) => JSON.stringify(inputs) === JSON.stringify(left.inputs)),
  }));
  return [...pairs, ...[...free].map((right) => ({ left: undefined, right }))];
}
