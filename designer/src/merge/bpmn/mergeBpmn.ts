import { joinWords, same, type Words, word } from '@onewindow/processes/diff';
import { spliceXml } from '@onewindow/processes/foreign';
import type { Choice, FileMerge, PartConflict } from '../parts/FileMerge.ts';
import { type BpmnNode, copyNode, localName, readNodes, sayNode, takeOut, writeNodes } from './BpmnNode.ts';
import { decidePresence, type Work } from './decidePresence.ts';
import { insertUnit, placeUnit } from './insertUnit.ts';
import { mergeOwn } from './mergeOwn.ts';
import { nameProperty, nameUnit } from './nameUnits.ts';
import { repairFlows } from './repairFlows.ts';
import { tidyDrawing } from './tidyDrawing.ts';
import { holderOf, isDrawn, references, sayOwn, type UnitKey, type Units, unitsOf } from './units.ts';

/** One question about the whole drawing: nobody wants to be asked about every line. */
const DRAWING = '~';

/**
 * Brings two works on a process together, element by element: what came, went or changed on one side only is taken, an
 * element's properties are merged one by one, places in the drawing too. Null where the texts cannot be told apart by
 * elements (an id twice, other prefixes): the file is chosen as a whole then. Throws XmlRefused for what is no XML.
 */
export function mergeBpmn(base: string, mine: string, theirs: string): FileMerge | null {
  const nodes = [base, mine, theirs].map(readNodes);
  const [before, own, other] = nodes;
  if (!before || !own || !other || !samePrefixes(before, own, other)) return null;
  if ([before, own, other].some((root) => localName(root) !== 'definitions')) return null;
  const units = [before, own, other].map(unitsOf);
  const [beforeUnits, ownUnits, otherUnits] = units;
  if (!beforeUnits || !ownUnits || !otherUnits) return null;
  const work: Work = { base: beforeUnits, mine: ownUnits, theirs: otherUnits };
  const run = (choices: ReadonlyMap<string, Choice>) => bringTogether(own, work, choices);
  const first = run(new Map());
  const write = (choices: ReadonlyMap<string, Choice>) => {
    const { root } = run(choices);
    const text = spliceXml({ original: mine, before: mine, after: writeNodes(root) });
    const read = readNodes(text);
    // The text must say what was merged: written anew it does in any case.
    return read !== null && sayNode(sorted(read)) === sayNode(sorted(root))
      ? text
      : `<?xml version="1.0" encoding="UTF-8"?>\n${writeNodes(root)}\n`;
  };
  return { conflicts: first.conflicts, taken: first.taken, write };
}

function bringTogether(mine: BpmnNode, work: Work, choices: ReadonlyMap<string, Choice>) {
  const root = copyNode(mine, null);
  const merged = unitsOf(root) ?? new Map<UnitKey, BpmnNode>();
  const { base, theirs } = work;
  const conflicts: PartConflict[] = [];
  const taken: Words[] = [];
  const name = (key: UnitKey) => nameUnit(key, work.mine, theirs, base);
  const presence = decidePresence(work, choices);
  for (const { key, mine: own, theirs: other } of presence.conflicts) {
    const say = (units: Units, kept: boolean) => (kept ? sayKept(units, work, key, name(key)) : null);
    conflicts.push({ key, name: name(key), mine: say(work.mine, own), theirs: say(theirs, other) });
  }
  for (const key of presence.remove) {
    const node = merged.get(key);
    if (node === undefined) continue;
    takeOut(node);
    merged.delete(key);
    // What I have added goes only with what it was joined to.
    if (!isDrawn(key) && base.has(key) && !presence.asked.has(key))
      taken.push(withWord(name(key), word('elementGone')));
  }
  for (const key of presence.insert) {
    const node = theirs.get(key);
    if (node === undefined) continue;
    insertUnit(merged, key, node);
    if (!isDrawn(key) && !presence.asked.has(key)) taken.push(withWord(name(key), word('elementNew')));
  }
  const moved = new Set<string>();
  for (const [key, node] of merged) {
    const [was, own, other] = [base.get(key), work.mine.get(key), theirs.get(key)];
    if (own === undefined || other === undefined) continue;
    const found = mergeOwn(was ?? null, node, other);
    const pin = presence.pinned.get(key);
    if (pin !== undefined) pinEnds(node, (pin === 'mine' ? own : other).attributes);
    for (const conflict of found.conflicts) {
      if (pin !== undefined && isEnd(conflict.path)) continue;
      if (isDrawn(key)) {
        moved.add(key);
        if (choices.get(DRAWING) === 'theirs') conflict.take();
        continue;
      }
      const asked = `${key} ${conflict.path.join('/')}`;
      if (choices.get(asked) === 'theirs') conflict.take();
      conflicts.push({
        key: asked,
        name: withWord(name(key), nameProperty(conflict.path)),
        mine: sayValue(conflict.mine, work.mine, conflict.path),
        theirs: sayValue(conflict.theirs, theirs, conflict.path),
      });
    }
    if (found.taken.length > 0 && !isDrawn(key))
      taken.push(withWord(name(key), joinWords(unique(found.taken.map(nameProperty)), word('list'))));
    if (found.taken.length > 0 && isDrawn(key)) taken.push(withWord(name(key), word('position')));
    const holder = holderOf(other);
    // Into another sub-process or lane set: where I have not moved it myself.
    if (was !== undefined && holder !== holderOf(was) && holderOf(own) === holderOf(was) && holder !== null) {
      takeOut(node);
      placeUnit(merged, node, other);
    }
  }
  if (moved.size > 0) {
    const names = joinWords(unique([...moved].map(name)), word('list'));
    conflicts.push({
      key: DRAWING,
      name: word('position'),
      mine: names,
      theirs: names,
    });
  }
  repairFlows(root, merged);
  tidyDrawing(root, merged, work);
  return { root, conflicts, taken: unique(taken) };
}

function isEnd([name = '']: readonly string[]): boolean {
  return (references as readonly string[]).includes(name);
}

function pinEnds(node: BpmnNode, ends: ReadonlyMap<string, string>): void {
  for (const name of references) {
    const end = ends.get(name);
    if (end !== undefined) node.attributes.set(name, end);
  }
}

/** A property of an element, or what has become of it: “人工任务“审查” › 名称”. */
function withWord(name: Words, what: Words): Words {
  return joinWords([name, what], same(' › '));
}

function sayKept(units: Units, work: Work, key: UnitKey, name: Words): Words {
  const [now, was] = [units.get(key), work.base.get(key)];
  const changed = now !== undefined && was !== undefined && sayOwn(now) !== sayOwn(was);
  return changed ? word('elementKept', { what: name }) : word('elementUnchanged');
}

/** A value in words: an element by its name. */
function sayValue(value: string | undefined, units: Units, path: readonly string[]): Words | null {
  if (value === undefined) return null;
  const isLink = /^(default|sourceRef|targetRef|attachedToRef)$/.test(path.at(-1) ?? '');
  return isLink ? nameUnit(`#${value}`, units) : same(value);
}

function unique(words: readonly Words[]): Words[] {
  return [...new Map(words.map((entry) => [entry['zh-CN'], entry])).values()];
}

/** Children in an order of their own: the text keeps that of my file. */
function sorted(node: BpmnNode): BpmnNode {
  const children = node.children.map(sorted);
  children.sort((a, b) => (orderOf(a) < orderOf(b) ? -1 : 1));
  return { ...node, children };
}

function orderOf(node: BpmnNode): string {
  // Points of a line keep their order.
  return node.name.endsWith(':waypoint') ? node.name : `${node.name} ${sayNode(node)}`;
}

function samePrefixes(...works: readonly BpmnNode[]): boolean {
  const known = new Map<string, string>();
  return works.every((root) =>
    [...root.attributes].every(([name, value]) => {
      if (!/^xmlns(:|$)/.test(name)) return true;
      const before = known.get(name);
      known.set(name, value);
      return before === undefined || before === value;
    }),
  );
}
