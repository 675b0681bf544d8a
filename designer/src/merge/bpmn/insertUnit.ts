import { type BpmnNode, copyNode, localName } from './BpmnNode.ts';
import { holderOf, type UnitKey, unitKey } from './units.ts';

/** Puts an element of another work where it belongs, without the units in it, which come by themselves. */
export function insertUnit(merged: Map<UnitKey, BpmnNode>, key: UnitKey, node: BpmnNode): void {
  const copy = withoutUnits(copyNode(node, null));
  if (placeUnit(merged, copy, node)) merged.set(key, copy);
}

/** Puts an element where `like` stands in another work; false where that place is not there. */
export function placeUnit(merged: ReadonlyMap<UnitKey, BpmnNode>, node: BpmnNode, like: BpmnNode): boolean {
  const holder = merged.get(holderOf(like) ?? '#');
  if (holder === undefined) return false;
  const place = findPlace(holder, like);
  node.parent = place;
  // The drawing comes last in a file.
  const drawing = place.children.findIndex((child) => localName(child) === 'BPMNDiagram');
  if (drawing < 0) place.children.push(node);
  else place.children.splice(drawing, 0, node);
  return true;
}

/** The part of the holder in which the element stood, made where there is none. */
function findPlace(holder: BpmnNode, node: BpmnNode): BpmnNode {
  const parts: BpmnNode[] = [];
  for (let at = node.parent; at !== null && at.parent !== null && unitKey(at) === null; at = at.parent)
    parts.unshift(at);
  let place = holder;
  for (const part of parts) {
    let inner = place.children.find(({ name }) => name === part.name);
    if (inner === undefined) {
      inner = { ...part, attributes: new Map(part.attributes), children: [], parent: place };
      place.children.push(inner);
    }
    place = inner;
  }
  return place;
}

function withoutUnits(node: BpmnNode): BpmnNode {
  node.children = node.children.filter((child) => unitKey(child) === null).map(withoutUnits);
  return node;
}
