import { type BpmnNode, localName, sayNode } from './BpmnNode.ts';
import type { Work } from './decidePresence.ts';
import { isDrawn, type UnitKey, type Units } from './units.ts';

interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** Between a new element and the one that it would cover, in pixels. */
const GAP = 30;

/**
 * Puts the drawing right where two works meet in it: what theirs has added does not cover what is there, and a line whose
 * ends stand elsewhere than in the work that it comes from is drawn anew.
 */
export function tidyDrawing(root: BpmnNode, merged: ReadonlyMap<UnitKey, BpmnNode>, work: Work): void {
  clearCovered(merged, work);
  for (const [key, edge] of merged) {
    if (!isDrawn(key) || localName(edge) !== 'BPMNEdge') continue;
    const ends = endsOf(key, merged);
    if (ends === null) continue;
    const drawn = sayPoints(edge);
    const fits = [work.mine, work.theirs].some((units) => {
      const own = units.get(key);
      return (
        own !== undefined &&
        sayPoints(own) === drawn &&
        ends.every((end) => sameBox(boxOf(units.get(end)), boxOf(merged.get(end))))
      );
    });
    const [from, to] = ends.map((end) => boxOf(merged.get(end)));
    if (!fits && from && to) draw(edge, from, to, root);
  }
}

function clearCovered(merged: ReadonlyMap<UnitKey, BpmnNode>, { mine, theirs, base }: Work): void {
  const isPlain = (key: UnitKey) => {
    const drawn = merged.get(`#${key.slice(1)}`);
    return (
      drawn !== undefined &&
      !/^(subProcess|participant|lane|group|textAnnotation|boundaryEvent)$/.test(localName(drawn))
    );
  };
  const boxes = [...merged].flatMap(([key, node]) => {
    const box = isDrawn(key) && localName(node) === 'BPMNShape' && isPlain(key) ? boxOf(node) : null;
    return box === null ? [] : [{ key, node, box }];
  });
  const isTheirs = (key: UnitKey) => !mine.has(key) && theirs.has(key) && !base.has(key);
  const settled = boxes.filter(({ key }) => !isTheirs(key)).map(({ box }) => box);
  for (const { key, node, box } of boxes.filter((entry) => isTheirs(entry.key))) {
    let now = box;
    for (let at = 0; at < settled.length; at += 1) {
      const other = settled[at];
      if (other === undefined || !covers(now, other)) continue;
      now = { ...now, y: other.y + other.height + GAP };
      at = -1;
    }
    settled.push(now);
    if (now !== box) moveDown(node, now.y - box.y);
    for (const [attached, shape] of merged)
      if (
        now !== box &&
        merged.get(`#${attached.slice(1)}`)?.attributes.get('attachedToRef') === key.slice(1)
      )
        moveDown(shape, now.y - box.y);
  }
}

/** Everything that is placed in a shape: itself and its name. */
function moveDown(shape: BpmnNode, by: number): void {
  for (const child of shape.children) {
    const y = child.attributes.get('y');
    if (localName(child) === 'Bounds' && y !== undefined) child.attributes.set('y', String(Number(y) + by));
    else moveDown(child, by);
  }
}

/** The shapes at the ends of a line; null for one that joins something else. */
function endsOf(key: UnitKey, merged: Units): readonly UnitKey[] | null {
  const flow = merged.get(`#${key.slice(1)}`);
  const ends = ['sourceRef', 'targetRef'].map((name) => `~${flow?.attributes.get(name) ?? ''}`);
  return ends.every((end) => boxOf(merged.get(end)) !== null) ? ends : null;
}

function boxOf(shape: BpmnNode | undefined): Box | null {
  const bounds = shape?.children.find((child) => localName(child) === 'Bounds');
  if (bounds === undefined) return null;
  const read = (name: string) => Number(bounds.attributes.get(name));
  const box = { x: read('x'), y: read('y'), width: read('width'), height: read('height') };
  return Object.values(box).every(Number.isFinite) ? box : null;
}

function sameBox(a: Box | null, b: Box | null): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}

function covers(a: Box, b: Box): boolean {
  return a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;
}

function sayPoints(edge: BpmnNode): string {
  return edge.children
    .filter((child) => localName(child) === 'waypoint')
    .map(sayNode)
    .join();
}

/** A line of right angles from the right side to the left one where there is room, else from below to above or back. */
function draw(edge: BpmnNode, from: Box, to: Box, root: BpmnNode): void {
  const [a, b] = [middle(from), middle(to)];
  const right = from.x + from.width;
  const bend = Math.round((right + to.x) / 2);
  const points: (readonly [number, number])[] =
    right + 10 <= to.x
      ? a.y === b.y
        ? [
            [right, a.y],
            [to.x, b.y],
          ]
        : [
            [right, a.y],
            [bend, a.y],
            [bend, b.y],
            [to.x, b.y],
          ]
      : from.y + from.height + 10 <= to.y
        ? lineDown(from, to)
        : to.y + to.height + 10 <= from.y
          ? [...lineDown(to, from)].reverse()
          : lineUnder(from, to);
  const known = edge.children.find((child) => localName(child) === 'waypoint');
  const prefix = [...root.attributes].find(
    ([name, value]) => name.startsWith('xmlns:') && value === 'http://www.omg.org/spec/DD/20100524/DI',
  )?.[0];
  const name = known?.name ?? `${prefix?.slice('xmlns:'.length) ?? 'di'}:waypoint`;
  const others = edge.children.filter(
    (child) => localName(child) !== 'waypoint' && localName(child) !== 'BPMNLabel',
  );
  edge.children = [
    ...points.map(([x, y]) => ({
      name,
      attributes: new Map([
        ['x', String(x)],
        ['y', String(y)],
      ]),
      children: [],
      text: '',
      parent: edge,
    })),
    ...others,
  ];
}

function lineDown(upper: Box, lower: Box): (readonly [number, number])[] {
  const [a, b] = [middle(upper), middle(lower)];
  const bend = Math.round((upper.y + upper.height + lower.y) / 2);
  const start = [a.x, upper.y + upper.height] as const;
  return a.x === b.x ? [start, [b.x, lower.y]] : [start, [a.x, bend], [b.x, bend], [b.x, lower.y]];
}

/** Back to the left: below both. */
function lineUnder(from: Box, to: Box): (readonly [number, number])[] {
  const [a, b] = [middle(from), middle(to)];
  const under = Math.max(from.y + from.height, to.y + to.height) + GAP;
  return [
    [a.x, from.y + from.height],
    [a.x, under],
    [b.x, under],
    [b.x, to.y + to.height],
  ];
}

function middle({ x, y, width, height }: Box): { readonly x: number; readonly y: number } {
  return { x: Math.round(x + width / 2), y: Math.round(y + height / 2) };
}
