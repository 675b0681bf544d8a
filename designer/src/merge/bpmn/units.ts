import { type BpmnNode, localName, sayNode, walk } from './BpmnNode.ts';

/** What an element is told by in all works: `#id`, in the drawing `~` and the id of what is drawn. */
export type UnitKey = string;

/** The elements of one work by what they are told by. */
export type Units = ReadonlyMap<UnitKey, BpmnNode>;

/** Attributes that hold the id of another element. */
export const references = ['sourceRef', 'targetRef', 'attachedToRef'] as const;

/** Lists of ids: their order says nothing. */
export const idLists = new Set(['incoming', 'outgoing', 'flowNodeRef']);

/** The key of an element; null for one that is only a part of what holds it. */
export function unitKey(node: BpmnNode): UnitKey | null {
  const drawn = node.attributes.get('bpmnElement');
  if (/^BPMN(Shape|Edge|Plane)$/.test(localName(node)))
    return drawn === undefined ? null : `~${localName(node) === 'BPMNPlane' ? 'plane ' : ''}${drawn}`;
  // Labels and diagrams are parts of what they belong to, whatever ids a tool gave them.
  if (/^BPMN/.test(localName(node))) return null;
  const id = node.attributes.get('id');
  return id === undefined ? null : `#${id}`;
}

export function isDrawn(key: UnitKey): boolean {
  return key.startsWith('~');
}

/** All units of a work; null where two have the same key. */
export function unitsOf(root: BpmnNode): Map<UnitKey, BpmnNode> | null {
  const units = new Map<UnitKey, BpmnNode>();
  for (const node of walk(root)) {
    const key = node === root ? '#' : unitKey(node);
    if (key === null) continue;
    if (units.has(key)) return null;
    units.set(key, node);
  }
  return units;
}

/** The unit that holds an element. */
export function holderOf(node: BpmnNode): UnitKey | null {
  for (let at = node.parent; at !== null; at = at.parent) {
    if (at.parent === null) return '#';
    const key = unitKey(at);
    if (key !== null) return key;
  }
  return null;
}

/** Children that are parts of an element and no units of their own. */
export function partsOf(node: BpmnNode): BpmnNode[] {
  return node.children.filter((child) => unitKey(child) === null && !idLists.has(localName(child)));
}

/** What an element says itself, without the units in it. */
export function sayOwn(node: BpmnNode): string {
  const attributes = [...node.attributes].sort(([a], [b]) => (a < b ? -1 : 1));
  return JSON.stringify([node.name, attributes, node.text, partsOf(node).map(sayPart), holderOf(node)]);
}

/** A part as a text that is the same for what says the same. A part that holds units is what it says without them. */
export function sayPart(node: BpmnNode): string {
  const holdsUnits = [...walk(node)].some((inner) => inner !== node && unitKey(inner) !== null);
  return holdsUnits ? sayOwn(node) : sayNode(node);
}
