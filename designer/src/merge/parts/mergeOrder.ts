import type { Part, Parts, PartsConflict, PartsTaken, PartsWork } from './Parts.ts';

/**
 * The merged parts in their order, holder by holder: mine, with what theirs has added behind the neighbour that it stands
 * behind there; theirs where only they have put things in another order.
 */
export function mergeOrder(
  { base, mine, theirs }: PartsWork,
  merged: ReadonlyMap<string, Part>,
  ask: (part: string, aspect: PartsConflict['aspect']) => boolean,
  taken: PartsTaken[],
): Parts {
  const ordered = new Map<string, Part>();
  for (const holder of new Set([...merged.values()].map((part) => part.holder))) {
    const here = new Set([...merged.values()].filter((part) => part.holder === holder).map(({ key }) => key));
    const [was, own, other] = [base, mine, theirs].map((work) =>
      [...work.keys()].filter((key) => here.has(key)),
    );
    if (was === undefined || own === undefined || other === undefined) continue;
    const all = (keys: readonly string[]) =>
      keys.filter((key) => [was, own, other].every((one) => one.includes(key)));
    const [before, now, then] = [all(was), all(own), all(other)].map((keys) => keys.join('\n'));
    let order = own;
    if (then !== before && then !== now) {
      const aspect = { kind: 'order', at: holder } as const;
      const part = holder.slice(0, Math.max(0, holder.lastIndexOf(' ')));
      if (now === before) taken.push({ part, aspect });
      if (now === before || ask(part, aspect)) order = inOrderOf(own, all(other));
    }
    for (const key of insertBehind(order, other)) {
      const part = merged.get(key);
      if (part !== undefined) ordered.set(key, part);
    }
  }
  return ordered;
}

/** The keys that both know in the order of the others; the rest stays where it is. */
function inOrderOf(keys: readonly string[], others: readonly string[]): string[] {
  const known = new Set(others);
  const left = others.filter((key) => keys.includes(key));
  return keys.map((key) => (known.has(key) ? (left.shift() ?? key) : key));
}

function insertBehind(order: readonly string[], theirs: readonly string[]): string[] {
  const keys = [...order];
  theirs.forEach((key, at) => {
    if (keys.includes(key)) return;
    const neighbour = theirs
      .slice(0, at)
      .reverse()
      .find((one) => keys.includes(one));
    let place = neighbour === undefined ? 0 : keys.indexOf(neighbour) + 1;
    // Behind what I have added at the same place.
    while (place < keys.length && !theirs.includes(keys[place] ?? '')) place += 1;
    keys.splice(place, 0, key);
  });
  return keys;
}
