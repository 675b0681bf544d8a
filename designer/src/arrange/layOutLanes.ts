import {
  type Box,
  boxOf,
  frameOf,
  idOf,
  isShape,
  listOf,
  type Moddle,
  type Part,
  refOf,
  shift,
} from './drawnParts.ts';
import { leadFlows } from './leadFlows.ts';

/** Width of a lane's name; room above and below each row; height of a lane with nothing in it. */
const nameWidth = 30;
const besideRow = 30;
const emptyHeight = 80;

interface Lane {
  readonly element: Part;
  /** 0: directly in the pool. */
  readonly depth: number;
  readonly inner: readonly Lane[];
}

/**
 * Moves the laid out parts of a process into its lanes, from top to bottom in the order of the file: columns stay, each lane
 * keeps the rows that it has something in, flows between what moved apart are led anew. What is in no lane comes below them.
 * Returns the shapes of the lanes and the box that they fill; undefined for a process without lanes.
 */
export function layOutLanes(
  moddle: Moddle,
  process: Part,
  elements: readonly Part[],
  room: number,
): { lanes: Part[]; inside: Box } | undefined {
  const lanes = lanesOf(process, 'laneSets', 0);
  if (lanes.length === 0) return undefined;
  const laneOf = new Map<string, Lane>();
  for (const lane of leavesOf(lanes))
    for (const node of listOf(lane.element, 'flowNodeRef'))
      if (node.id !== undefined) laneOf.set(node.id, lane);
  const holders = holdersOf(process);
  const shapes = elements.filter(isShape);
  const held = (shape: Part) => holders.get(idOf(shape)) ?? idOf(shape);
  const moved = new Map<string, number>();
  const ends = new Map<Lane | undefined, { top: number; bottom: number }>();
  let top = 0;
  for (const lane of [...leavesOf(lanes), undefined]) {
    const own = shapes.filter((shape) => held(shape) === idOf(shape) && laneOf.get(idOf(shape)) === lane);
    if (lane === undefined && own.length === 0) continue;
    const bottom = stackRows(own, top, moved);
    ends.set(lane, { top, bottom: Math.max(bottom, top + emptyHeight) });
    top = Math.max(bottom, top + emptyHeight);
  }
  for (const shape of shapes) shift(shape, 0, moved.get(held(shape)) ?? 0);
  leadFlows(moddle, elements, holders, moved);
  const content = frameOf(elements);
  const depth = 1 + Math.max(...leavesOf(lanes).map((lane) => lane.depth));
  const x = content.x - room - depth * nameWidth;
  const inside = { x, y: 0, width: content.x + content.width + room - x, height: top };
  return { lanes: lanes.flatMap((lane) => shapesOf(moddle, lane, ends, inside)), inside };
}

function lanesOf(holder: Part, name: 'laneSets' | 'childLaneSet', depth: number): Lane[] {
  const sets = [holder.get(name) ?? []].flat() as Part[];
  return sets
    .flatMap((set) => listOf(set, 'lanes'))
    .map((element) => ({ element, depth, inner: lanesOf(element, 'childLaneSet', depth + 1) }));
}

function leavesOf(lanes: readonly Lane[]): Lane[] {
  return lanes.flatMap((lane) => (lane.inner.length === 0 ? [lane] : leavesOf(lane.inner)));
}

/** By id of what moves with another element: that of the host of an event, of the subprocess that is drawn open. */
function holdersOf(process: Part): Map<string, string> {
  const holders = new Map<string, string>();
  const visit = (part: Part, holder: string | undefined) => {
    for (const inner of listOf(part, 'flowElements')) {
      const { id = '' } = inner;
      const host = inner.$type === 'bpmn:BoundaryEvent' ? refOf(inner, 'attachedToRef') : '';
      const own = holder ?? (host === '' ? undefined : host);
      if (own !== undefined) holders.set(id, own);
      if (/SubProcess$|Transaction$/.test(inner.$type)) visit(inner, own ?? id);
    }
  };
  visit(process, undefined);
  return holders;
}

/** Puts shapes row by row below `top`; says by id how far each has to go. Returns where the last row ends. */
function stackRows(shapes: readonly Part[], top: number, moved: Map<string, number>): number {
  const rows = new Map<number, Part[]>();
  const middleOf = (shape: Part) => {
    const { y, height } = boxOf(shape);
    return Math.round(y + height / 2);
  };
  for (const shape of shapes) rows.set(middleOf(shape), [...(rows.get(middleOf(shape)) ?? []), shape]);
  let bottom = top;
  for (const [middle, row] of [...rows].sort(([one], [other]) => one - other)) {
    const height = 2 * besideRow + Math.max(...row.map((shape) => boxOf(shape).height));
    for (const shape of row) moved.set(idOf(shape), bottom + height / 2 - middle);
    bottom += height;
  }
  return bottom;
}

/** A lane and those in it; the outer one first. */
function shapesOf(
  moddle: Moddle,
  lane: Lane,
  ends: ReadonlyMap<Lane | undefined, { readonly top: number; readonly bottom: number }>,
  inside: Box,
): Part[] {
  const own = leavesOf([lane]).flatMap((leaf) => ends.get(leaf) ?? []);
  const [top, bottom] = [Math.min(...own.map((end) => end.top)), Math.max(...own.map((end) => end.bottom))];
  const x = inside.x + lane.depth * nameWidth;
  const bounds = { x, y: top, width: inside.x + inside.width - x, height: bottom - top };
  const shape = moddle.create('bpmndi:BPMNShape', {
    id: `${lane.element.id ?? ''}_di`,
    bpmnElement: lane.element,
    isHorizontal: true,
    bounds: moddle.create('dc:Bounds', bounds),
  });
  return [shape, ...lane.inner.flatMap((inner) => shapesOf(moddle, inner, ends, inside))];
}
