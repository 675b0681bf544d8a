import { isRecord } from '../lint/readForm.ts';
import { canonicalJson } from './canonicalJson.ts';
import { matchItems } from './matchItems.ts';

/** One step from the root of a tree down: the key (or the identity of a list's item) and what stands there. */
export interface PathPart {
  readonly key: string;
  readonly node: unknown;
}

export interface TreeChange {
  readonly path: readonly PathPart[];
  /** `moved`: the items of a list are the same, their order is not; `before` and `after` are their keys. */
  readonly kind: 'added' | 'removed' | 'changed' | 'moved';
  readonly before: unknown;
  readonly after: unknown;
}

/**
 * Every difference between two trees of JSON values, in the order of the first one. Items of lists are matched by
 * what names them, so that one added in front is one addition; lists of plain values are compared as a whole. The
 * order of keys does not count.
 */
export function compareTrees(
  before: unknown,
  after: unknown,
  path: readonly PathPart[] = [],
): readonly TreeChange[] {
  if (isRecord(before) && isRecord(after)) return compareRecords(before, after, path);
  if (isItems(before) && isItems(after)) return compareItems(before, after, path);
  if (canonicalJson(before) === canonicalJson(after)) return [];
  const kind = before === undefined ? 'added' : after === undefined ? 'removed' : 'changed';
  return [{ path, kind, before, after }];
}

function compareRecords(
  before: Readonly<Record<string, unknown>>,
  after: Readonly<Record<string, unknown>>,
  path: readonly PathPart[],
): TreeChange[] {
  const keys = new Set([...Object.keys(before), ...Object.keys(after)]);
  return [...keys].flatMap((key) => {
    const [left, right] = [own(before, key), own(after, key)];
    return compareTrees(left, right, [...path, { key, node: right ?? left }]);
  });
}

function own(record: Readonly<Record<string, unknown>>, key: string): unknown {
  return Object.hasOwn(record, key) ? record[key] : undefined;
}

/** A list whose entries are records; an empty one fits too. */
function isItems(value: unknown): value is readonly Readonly<Record<string, unknown>>[] {
  return Array.isArray(value) && value.every(isRecord);
}

function compareItems(
  before: readonly Readonly<Record<string, unknown>>[],
  after: readonly Readonly<Record<string, unknown>>[],
  path: readonly PathPart[],
): TreeChange[] {
  const pairs = matchItems(before, after);
  const found = pairs.flatMap(({ key, left, right }) =>
    compareTrees(left?.item, right?.item, [...path, { key, node: right?.item ?? left?.item }]),
  );
  const kept = pairs.filter(({ left, right }) => left !== undefined && right !== undefined);
  const order = [...kept].sort((a, b) => (a.right?.at ?? 0) - (b.right?.at ?? 0));
  if (order.some((pair, at) => pair !== kept[at])) {
    const keys = (list: typeof kept) => list.map(({ key }) => key);
    found.push({ path, kind: 'moved', before: keys(kept), after: keys(order) });
  }
  return found;
}
