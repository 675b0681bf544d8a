import { type BpmnNode, copyNode, localName, sayNode } from './BpmnNode.ts';
import { idLists, partsOf, sayPart, unitKey } from './units.ts';

/** One thing that an element says and that both works say differently. */
export interface OwnConflict {
  /** Names without prefixes, from the element down: `['conditionExpression']`, `['name']`. */
  readonly path: readonly string[];
  readonly mine: string | undefined;
  readonly theirs: string | undefined;
  /** Writes theirs into the merged element. */
  readonly take: () => void;
}

export interface OwnMerge {
  /** What was taken over, as paths. */
  readonly taken: (readonly string[])[];
  readonly conflicts: OwnConflict[];
}

/**
 * Brings together what two works say about one element, attribute by attribute and part by part, units in it left out;
 * `merged` begins as mine. `base` is null where both have added it.
 */
export function mergeOwn(base: BpmnNode | null, merged: BpmnNode, theirs: BpmnNode): OwnMerge {
  const result: OwnMerge = { taken: [], conflicts: [] };
  mergeNode(base, merged, theirs, [], result);
  return result;
}

function mergeNode(
  base: BpmnNode | null,
  merged: BpmnNode,
  theirs: BpmnNode,
  path: readonly string[],
  result: OwnMerge,
): void {
  const one = (
    key: string,
    [was, mine, other]: readonly [string | undefined, string | undefined, string | undefined],
    take: () => void,
    words = [mine, other],
  ) => {
    if (other === was || other === mine) return;
    const at = key === '' ? path : [...path, key];
    if (mine === was) {
      take();
      result.taken.push(at);
    } else result.conflicts.push({ path: at, mine: words[0], theirs: words[1], take });
  };
  one('$type', [base?.name, merged.name, theirs.name], () => {
    merged.name = theirs.name;
  });
  for (const name of new Set([...(base?.attributes.keys() ?? []), ...theirs.attributes.keys()])) {
    const value = theirs.attributes.get(name);
    one(name, [base?.attributes.get(name), merged.attributes.get(name), value], () => {
      if (value === undefined) merged.attributes.delete(name);
      else merged.attributes.set(name, value);
    });
  }
  const leaf = [base, merged, theirs].every((node) => node === null || node.children.length === 0);
  if (leaf)
    one('', [base?.text, merged.text, theirs.text], () => {
      merged.text = theirs.text;
    });
  mergeIdLists(base, merged, theirs);
  const slots = [base, merged, theirs].map((node) => slotsOf(node === null ? [] : partsOf(node)));
  const [before = new Map(), own = new Map(), other = new Map()] = slots as Map<string, BpmnNode[]>[];
  for (const slot of new Set([...before.keys(), ...other.keys()])) {
    const [was, mine, now] = [before.get(slot) ?? [], own.get(slot) ?? [], other.get(slot) ?? []];
    const [w, m, n] = [was[0] ?? null, mine[0], now[0]];
    const label = slot.slice(slot.indexOf(':') + 1);
    if (m !== undefined && n !== undefined && was.length <= 1 && mine.length === 1 && now.length === 1) {
      mergeNode(w, m, n, [...path, label], result);
      continue;
    }
    const say = (list: readonly BpmnNode[]) => (list.length === 0 ? undefined : list.map(sayPart).join());
    one(
      label,
      [say(was), say(mine), say(now)],
      () => putParts(merged, mine, now),
      [mine, now].map((list) => (list.length === 0 ? undefined : list.map(wordsOf).join(' '))),
    );
  }
}

/** Ids that theirs has put into a list or taken out of it. `incoming` and `outgoing` are read off the flows later. */
function mergeIdLists(base: BpmnNode | null, merged: BpmnNode, theirs: BpmnNode): void {
  const idsOf = (node: BpmnNode | null) =>
    (node?.children ?? []).filter((child) => localName(child) === 'flowNodeRef');
  const [was, now] = [idsOf(base), idsOf(theirs)];
  const has = (list: readonly BpmnNode[], id: string) => list.some(({ text }) => text === id);
  merged.children = merged.children.filter(
    (child) => localName(child) !== 'flowNodeRef' || !has(was, child.text) || has(now, child.text),
  );
  for (const child of now)
    if (!has(was, child.text) && !has(idsOf(merged), child.text))
      merged.children.push(copyNode(child, merged));
}

/** Parts by kind; those that have a name or key of their own by that too, unless it is given twice. */
function slotsOf(parts: readonly BpmnNode[]): Map<string, BpmnNode[]> {
  const slots = new Map<string, BpmnNode[]>();
  const add = (slot: string, part: BpmnNode) => slots.set(slot, [...(slots.get(slot) ?? []), part]);
  for (const part of parts) {
    if (idLists.has(localName(part))) continue;
    const name = part.attributes.get('name') ?? part.attributes.get('key');
    add(name === undefined ? part.name : `${part.name} ${name}`, part);
  }
  return slots;
}

function putParts(merged: BpmnNode, mine: readonly BpmnNode[], now: readonly BpmnNode[]): void {
  const [first] = mine;
  const at = first === undefined ? -1 : merged.children.indexOf(first);
  const kept = merged.children.filter((child) => !mine.includes(child));
  const copies = now.map((part) => copyPart(part, merged));
  if (at >= 0) kept.splice(at, 0, ...copies);
  // Descriptions and extensions come first, by the schema of BPMN.
  else if (now.some((part) => /^(documentation|extensionElements)$/.test(localName(part))))
    kept.unshift(...copies);
  else kept.push(...copies);
  merged.children = kept;
}

/** A copy of a part without the units in it, which come by themselves. */
function copyPart(part: BpmnNode, parent: BpmnNode): BpmnNode {
  const copy: BpmnNode = { ...part, attributes: new Map(part.attributes), children: [], parent };
  copy.children = part.children
    .filter((child) => unitKey(child) === null)
    .map((child) => copyPart(child, copy));
  return copy;
}

/** What a part says, for people: its texts and values. */
function wordsOf(part: BpmnNode): string {
  if (part.children.length > 0) return part.children.map(wordsOf).join(' ');
  return part.text !== '' ? part.text : [...part.attributes.values()].join(' ') || sayNode(part);
}
