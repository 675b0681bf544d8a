import { childElements, isXmlElement, type XmlElement } from './XmlTree.ts';

export type Pairs = ReadonlyMap<XmlElement, XmlElement>;

/** Above this many comparisons children are paired by their place only. */
const MAX_COMPARISONS = 1_000_000;

/**
 * Which element of one tree is which of another: by `id` and name wherever they stand, the others by name and place
 * under paired parents, the same content first.
 */
export function pairElements(from: XmlElement, to: XmlElement, text: readonly [string, string]): Pairs {
  const pairs = new Map<XmlElement, XmlElement>();
  const known = indexIds(to);
  const own = indexIds(from);
  const pair = (left: XmlElement, right: XmlElement) => {
    pairs.set(left, right);
    const taken = new Map<string, XmlElement[]>();
    for (const child of childElements(right)) {
      if (child.id !== undefined && known.get(child.id) !== null) continue;
      taken.set(child.key, [...(taken.get(child.key) ?? []), child]);
    }
    const byName = new Map<string, XmlElement[]>();
    for (const child of childElements(left)) {
      const match = child.id !== undefined && own.get(child.id) !== null ? known.get(child.id) : undefined;
      if (match && match.key === child.key) pair(child, match);
      else if (child.id === undefined || own.get(child.id) === null)
        byName.set(child.key, [...(byName.get(child.key) ?? []), child]);
      else {
        const renamed = findRenamed(child, right);
        if (renamed) pair(child, renamed);
        else lookInside(child);
      }
    }
    for (const [name, children] of byName) {
      const matched = pairInOrder(children, taken.get(name) ?? [], text);
      for (const child of children) {
        const match = matched.get(child);
        if (match) pair(child, match);
        else lookInside(child);
      }
    }
  };
  // A container whose own id changed is known by what it holds: a process that was given another id.
  const findRenamed = (child: XmlElement, right: XmlElement): XmlElement | null => {
    const inside = firstKnown(child, known);
    let at: XmlElement | null = inside;
    while (at !== null && at.parent !== right) at = at.parent;
    return at !== null && at !== inside && at.key === child.key && !own.has(at.id ?? '') ? at : null;
  };
  // An element without a partner may hold some that have one: moved, or of another type than before.
  const lookInside = (element: XmlElement) => {
    for (const child of childElements(element)) {
      const match = child.id === undefined ? undefined : known.get(child.id);
      if (match && match.key === child.key && own.get(child.id ?? '') !== null) pair(child, match);
      else lookInside(child);
    }
  };
  if (from.key === to.key) pair(from, to);
  return pairs;
}

function firstKnown(element: XmlElement, known: ReadonlyMap<string, XmlElement | null>): XmlElement | null {
  for (const child of childElements(element)) {
    const match = child.id === undefined ? undefined : known.get(child.id);
    const found = match?.key === child.key ? match : firstKnown(child, known);
    if (found) return found;
  }
  return null;
}

/** Elements by id; null where an id is given twice. */
function indexIds(root: XmlElement): Map<string, XmlElement | null> {
  const found = new Map<string, XmlElement | null>();
  const visit = (element: XmlElement) => {
    if (element.id !== undefined) found.set(element.id, found.has(element.id) ? null : element);
    for (const child of element.pieces) if (isXmlElement(child)) visit(child);
  };
  visit(root);
  return found;
}

/** Pairs the children that are the same (longest common subsequence), then what lies between by place. */
function pairInOrder(
  left: readonly XmlElement[],
  right: readonly XmlElement[],
  [leftText, rightText]: readonly [string, string],
): Map<XmlElement, XmlElement> {
  const pairs = new Map<XmlElement, XmlElement>();
  const byPlace = (fromLeft: number, toLeft: number, fromRight: number, toRight: number) => {
    for (let at = 0; at < Math.min(toLeft - fromLeft, toRight - fromRight); at += 1) {
      const [a, b] = [left[fromLeft + at], right[fromRight + at]];
      if (a && b) pairs.set(a, b);
    }
  };
  if (left.length === right.length || left.length * right.length > MAX_COMPARISONS) {
    byPlace(0, left.length, 0, right.length);
    return pairs;
  }
  const content = (element: XmlElement, text: string) =>
    text.slice(element.start, element.end).replace(/\s+/g, ' ');
  const a = left.map((element) => content(element, leftText));
  const b = right.map((element) => content(element, rightText));
  let [doneLeft, doneRight] = [0, 0];
  for (const [i, j] of commonSubsequence(a, b)) {
    byPlace(doneLeft, i, doneRight, j);
    byPlace(i, i + 1, j, j + 1);
    [doneLeft, doneRight] = [i + 1, j + 1];
  }
  byPlace(doneLeft, left.length, doneRight, right.length);
  return pairs;
}

/** Index pairs of a longest common subsequence. */
export function commonSubsequence<T>(a: readonly T[], b: readonly T[]): [number, number][] {
  const width = b.length + 1;
  const length = new Uint32Array((a.length + 1) * width);
  const at = (i: number, j: number) => length[i * width + j] ?? 0;
  for (let i = a.length - 1; i >= 0; i -= 1) {
    for (let j = b.length - 1; j >= 0; j -= 1) {
      length[i * width + j] = a[i] === b[j] ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1));
    }
  }
  const found: [number, number][] = [];
  let [i, j] = [0, 0];
  while (i < a.length && j < b.length) {
    if (a[i] === b[j]) found.push([i++, j++]);
    else if (at(i + 1, j) >= at(i, j + 1)) i += 1;
    else j += 1;
  }
  return found;
}
