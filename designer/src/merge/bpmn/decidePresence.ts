import type { Choice } from '../parts/FileMerge.ts';
import { type BpmnNode, localName } from './BpmnNode.ts';
import { holderOf, isDrawn, references, sayOwn, type UnitKey, type Units } from './units.ts';

/** The work that both began from, mine, and theirs. */
export interface Work {
  readonly base: Units;
  readonly mine: Units;
  readonly theirs: Units;
}

/** One side took an element away that the other has changed or joined something to; true: it is still there. */
export interface PresenceConflict {
  readonly key: UnitKey;
  readonly mine: boolean;
  readonly theirs: boolean;
}

export interface Presence {
  readonly conflicts: readonly PresenceConflict[];
  /** Elements of mine that go. */
  readonly remove: ReadonlySet<UnitKey>;
  /** Elements that mine does not have and that come from theirs, holders first. */
  readonly insert: readonly UnitKey[];
  /** Flows that lead to or from an element that is kept: their ends stay those of the side that has kept it. */
  readonly pinned: ReadonlyMap<UnitKey, 'mine' | 'theirs'>;
  /** Elements about which there is a question. */
  readonly asked: ReadonlySet<UnitKey>;
}

/**
 * Which elements there are in the merged work. What one side took away goes, unless the other side has changed it or joined
 * something new to it, which is asked. An element that is kept keeps what it needs (the ends of a flow, what it stands in)
 * and the flows that went with it; a flow whose end has gone, goes.
 */
export function decidePresence({ base, mine, theirs }: Work, choices: ReadonlyMap<string, Choice>): Presence {
  const conflicts: PresenceConflict[] = [];
  const asked = new Set<UnitKey>();
  const kept = new Map<UnitKey, 'mine' | 'theirs'>();
  const gone = new Set<UnitKey>();
  for (const [key, was] of base) {
    if (isDrawn(key)) continue;
    const [own, other] = [mine.get(key), theirs.get(key)];
    if ((own === undefined) === (other === undefined)) {
      if (own === undefined) gone.add(key);
      continue;
    }
    const side = own === undefined ? 'theirs' : 'mine';
    const units = side === 'mine' ? mine : theirs;
    const changed = sayOwn((own ?? other) as typeof was) !== sayOwn(was) || hasNewAt(key, base, units);
    if (!changed) {
      gone.add(key);
      continue;
    }
    asked.add(key);
    conflicts.push({ key, mine: side === 'mine', theirs: side === 'theirs' });
    if ((choices.get(key) ?? 'mine') === side) kept.set(key, side);
    else gone.add(key);
  }
  const sides = { mine, theirs };
  const pinned = new Map<UnitKey, 'mine' | 'theirs'>();
  const keep = (key: UnitKey, side: 'mine' | 'theirs') => {
    if (!gone.has(key) || !sides[side].has(key)) return;
    gone.delete(key);
    kept.set(key, side);
    need(key, side);
    // A sub-process comes back with all that was in it.
    for (const [inner, node] of sides[side]) if (!isDrawn(inner) && holderOf(node) === key) keep(inner, side);
  };
  const need = (key: UnitKey, side: 'mine' | 'theirs') => {
    for (const needed of needsOf(key, sides[side])) keep(needed, side);
  };
  for (const [key, side] of [...kept]) {
    need(key, side);
    // The flows that went with it, or were led past it.
    for (const [flow, node] of sides[side]) {
      if (!references.some((name) => `#${node.attributes.get(name)}` === key)) continue;
      keep(flow, side);
      pinned.set(flow, side);
    }
  }
  /** What it needs as it will be: its ends are those of the side that has changed them. */
  const needs = (key: UnitKey, side: 'mine' | 'theirs'): UnitKey[] => {
    const [was, own, other] = [base.get(key), mine.get(key), theirs.get(key)];
    if (was === undefined || own === undefined || other === undefined) return needsOf(key, sides[side]);
    const link = (name: string): 'mine' | 'theirs' => {
      const [b, m, t] = [was, own, other].map((node) => node.attributes.get(name));
      const free =
        m === b ? 'theirs' : t === b || t === m ? 'mine' : (choices.get(`${key} ${name}`) ?? 'mine');
      return pinned.get(key) ?? free;
    };
    return [
      ...needsOf(key, mine).filter((needed) => !isLinkOf(own, needed)),
      ...references.flatMap((name) => {
        const units = sides[link(name)];
        const id = units.get(key)?.attributes.get(name);
        return id !== undefined && units.has(`#${id}`) ? [`#${id}`] : [];
      }),
    ];
  };
  const present = new Map<UnitKey, 'mine' | 'theirs'>();
  for (const key of mine.keys()) if (!gone.has(key)) present.set(key, 'mine');
  for (const key of theirs.keys()) if (!gone.has(key) && !present.has(key)) present.set(key, 'theirs');
  for (let before = -1; before !== present.size; ) {
    before = present.size;
    for (const [key, side] of present)
      if (needs(key, side).some((needed) => !present.has(needed))) present.delete(key);
  }
  return {
    conflicts,
    asked,
    pinned,
    remove: new Set([...mine.keys()].filter((key) => !present.has(key))),
    insert: [...present].filter(([, side]) => side === 'theirs').map(([key]) => key),
  };
}

/** What an element cannot be without: what it stands in, its ends, what is drawn. */
function needsOf(key: UnitKey, units: Units): UnitKey[] {
  const node = units.get(key);
  if (node === undefined || key === '#') return [];
  const holder = holderOf(node);
  const links = references
    .map((name) => node.attributes.get(name))
    .filter((id) => id !== undefined)
    // A message flow may lead to something that is not in the file.
    .map((id) => `#${id}`)
    .filter((link) => units.has(link));
  const drawn = isDrawn(key) ? [`#${key.replace(/^~(plane )?/, '')}`].filter((link) => units.has(link)) : [];
  return [...(holder === null || isDrawn(key) ? [] : [holder]), ...links, ...drawn];
}

function isLinkOf(node: BpmnNode, key: UnitKey): boolean {
  return references.some((name) => `#${node.attributes.get(name)}` === key);
}

/** Whether a side has put something new into an element or joined it to it. */
function hasNewAt(key: UnitKey, base: Units, units: Units): boolean {
  for (const [other, node] of units) {
    if (isDrawn(other) || other === key) continue;
    const was = base.get(other);
    if (/EventDefinition$/.test(localName(node)) && was === undefined && holderOf(node) === key) return true;
    const now = needsOf(other, units).includes(key);
    if (now && (was === undefined || !needsOf(other, base).includes(key))) return true;
  }
  return false;
}
