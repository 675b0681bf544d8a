/** A value by which lists are sorted, with the id behind it so that no two entries are equal. */
export type PlaceKey = readonly [value: string, id: string];

/**
 * The first `count` entries after a place, in order, without sorting the rest: one pass over all of them, keeping the
 * best so far. `descending` turns the order of the values; ids within one value always ascend.
 */
export function pickPage<T>(options: {
  entries: Iterable<T>;
  keyOf: (entry: T) => PlaceKey;
  accept: (entry: T) => boolean;
  after?: PlaceKey | undefined;
  count: number;
  descending?: boolean;
}): T[] {
  const { keyOf, accept, after, count } = options;
  const order = options.descending === true ? descending : ascending;
  let best: { key: PlaceKey; entry: T }[] = [];
  let worst: PlaceKey | undefined;
  const cut = () => {
    best.sort((one, other) => order(one.key, other.key));
    best = best.slice(0, count);
    if (best.length === count) worst = best.at(-1)?.key;
  };
  for (const entry of options.entries) {
    if (!accept(entry)) continue;
    const key = keyOf(entry);
    if (after !== undefined && order(key, after) <= 0) continue;
    if (worst !== undefined && order(key, worst) >= 0) continue;
    best.push({ key, entry });
    if (best.length >= 4 * count) cut();
  }
  cut();
  return best.map(({ entry }) => entry);
}

function ascending(one: PlaceKey, other: PlaceKey): number {
  return compare(one[0], other[0]) || compare(one[1], other[1]);
}

function descending(one: PlaceKey, other: PlaceKey): number {
  return compare(other[0], one[0]) || compare(one[1], other[1]);
}

function compare(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0;
}

/** A place as it stands in the address of a page. */
export function writePlace(place: PlaceKey): string {
  return Buffer.from(JSON.stringify(place)).toString('base64url');
}

/** Undefined for what was not written by {@link writePlace}. */
export function readPlace(text: string | undefined): PlaceKey | undefined {
  if (text === undefined || text === '') return undefined;
  try {
    const place: unknown = JSON.parse(Buffer.from(text, 'base64url').toString());
    if (!Array.isArray(place) || place.length !== 2 || place.some((part) => typeof part !== 'string'))
      return undefined;
    return place as unknown as PlaceKey;
  } catch {
    return undefined;
  }
}
