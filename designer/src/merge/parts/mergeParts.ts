import type { Choice } from './FileMerge.ts';
import { mergeOrder } from './mergeOrder.ts';
import {
  keyOfHolder,
  type MergedParts,
  type Part,
  type PartsConflict,
  type PartsTaken,
  type PartsWork,
  sameSaid,
} from './Parts.ts';

/**
 * Brings two works on a file together, part by part: what came, went or changed on one side only is taken, the properties of a
 * part are merged one by one, and what stands in the same order on one side is put in that of the other. Of a conflict mine is
 * taken where nothing is chosen.
 */
export function mergeParts(work: PartsWork, choices: ReadonlyMap<string, Choice>): MergedParts {
  const { base, mine, theirs } = work;
  const conflicts: PartsConflict[] = [];
  const taken: PartsTaken[] = [];
  /** Notes a conflict; whether theirs was chosen. */
  const ask = (part: string, aspect: PartsConflict['aspect']): boolean => {
    const about = aspect.kind === 'property' ? aspect.name : aspect.kind === 'order' ? aspect.at : '';
    const key = `${part} ${aspect.kind} ${about}`;
    conflicts.push({ key, part, aspect });
    return choices.get(key) === 'theirs';
  };
  const merged = new Map<string, Part>();
  for (const key of new Set([...mine.keys(), ...theirs.keys()])) {
    const [was, own, other] = [base.get(key), mine.get(key), theirs.get(key)];
    if (own !== undefined && other !== undefined) {
      merged.set(key, was === undefined ? mergeNew(own, other, ask) : mergeOne(was, own, other, ask, taken));
    } else if (was === undefined) {
      merged.set(key, (own ?? other) as Part);
      if (other !== undefined) taken.push({ part: key, aspect: { kind: 'new' } });
    } else {
      const kept = (own ?? other) as Part;
      const side = own === undefined ? theirs : mine;
      const changed = !sameSaid(kept.says, was.says) || hasNewIn(key, base, side);
      if (!changed) {
        if (own !== undefined) taken.push({ part: key, aspect: { kind: 'gone' } });
      } else if (ask(key, { kind: 'presence' }) === (own === undefined)) merged.set(key, kept);
    }
  }
  dropWithout(merged);
  return { parts: mergeOrder(work, merged, ask, taken), conflicts, taken };
}

type Ask = (part: string, aspect: PartsConflict['aspect']) => boolean;

/** Both have added a part by the same key. */
function mergeNew(own: Part, other: Part, ask: Ask): Part {
  if (sameSaid([own.says, own.holder], [other.says, other.holder])) return own;
  return ask(own.key, { kind: 'both' }) ? other : own;
}

function mergeOne(was: Part, own: Part, other: Part, ask: Ask, taken: PartsTaken[]): Part {
  const says: Record<string, unknown> = { ...own.says };
  for (const name of new Set([...Object.keys(was.says), ...Object.keys(other.says)])) {
    const [b, m, t] = [was.says[name], own.says[name], other.says[name]];
    if (sameSaid(t, b) || sameSaid(t, m)) continue;
    const free = sameSaid(m, b);
    const aspect = { kind: 'property', name } as const;
    if (free) taken.push({ part: own.key, aspect });
    else if (!ask(own.key, aspect)) continue;
    if (t === undefined) delete says[name];
    else says[name] = t;
  }
  let { holder } = own;
  if (other.holder !== was.holder && other.holder !== own.holder) {
    const free = own.holder === was.holder;
    if (free) taken.push({ part: own.key, aspect: { kind: 'place' } });
    if (free || ask(own.key, { kind: 'place' })) holder = other.holder;
  }
  return { key: own.key, holder, says };
}

/** Whether a side has put something into a part that was not there. */
function hasNewIn(key: string, base: PartsWork['base'], side: PartsWork['base']): boolean {
  return [...side.values()].some(
    (part) =>
      part.holder !== '' &&
      keyOfHolder(part.holder) === key &&
      keyOfHolder(base.get(part.key)?.holder ?? '') !== key,
  );
}

/** What stands in something that has gone, goes with it. */
function dropWithout(merged: Map<string, Part>): void {
  for (let before = -1; before !== merged.size; ) {
    before = merged.size;
    for (const [key, { holder }] of merged)
      if (holder !== '' && !merged.has(keyOfHolder(holder))) merged.delete(key);
  }
}
