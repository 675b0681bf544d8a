import { canonicalJson } from './canonicalJson.ts';

type Item = Readonly<Record<string, unknown>>;

interface Placed {
  readonly item: Item;
  readonly at: number;
}

export interface Pair {
  /** What the item is called in a path: its identity, with `#2` for the second of the same. */
  readonly key: string;
  readonly left: Placed | undefined;
  readonly right: Placed | undefined;
}

/** What names an item of a list, the strongest first. */
const naming = ['key', 'id', 'name', 'to', 'value', 'label', 'title', '$type'] as const;

/**
 * Pairs the items of two lists: by what names them, and what is left over by its place where the two still share a
 * value (a field that got another label). In the order of the first list, then what is new.
 */
export function matchItems(before: readonly Item[], after: readonly Item[]): Pair[] {
  const [left, right] = [identify(before), identify(after)];
  const taken = new Set<string>();
  const pairs: Pair[] = [];
  for (const [key, placed] of left) {
    const same = right.get(key);
    if (same !== undefined) taken.add(key);
    pairs.push({ key, left: placed, right: same });
  }
  const fresh = new Map([...right].filter(([key]) => !taken.has(key)));
  const matched = pairs.map((pair) => {
    if (pair.right !== undefined || pair.left === undefined) return pair;
    const { item, at } = pair.left;
    const found = [...fresh].find(([, placed]) => placed.at === at && sharesValue(item, placed.item));
    if (found === undefined) return pair;
    fresh.delete(found[0]);
    return { ...pair, right: found[1] };
  });
  return [...matched, ...[...fresh].map(([key, placed]) => ({ key, left: undefined, right: placed }))];
}

function identify(items: readonly Item[]): Map<string, Placed> {
  const found = new Map<string, Placed>();
  items.forEach((item, at) => {
    const name = identityOf(item) ?? `#${at + 1}`;
    let key = name;
    for (let again = 2; found.has(key); again += 1) key = `${name}#${again}`;
    found.set(key, { item, at });
  });
  return found;
}

function identityOf(item: Item): string | undefined {
  for (const property of naming) {
    const value = Object.hasOwn(item, property) ? item[property] : undefined;
    if (typeof value === 'string' && value !== '') return value;
  }
  return undefined;
}

function sharesValue(left: Item, right: Item): boolean {
  return Object.keys(left).some(
    (key) =>
      key !== '$type' && Object.hasOwn(right, key) && canonicalJson(left[key]) === canonicalJson(right[key]),
  );
}
