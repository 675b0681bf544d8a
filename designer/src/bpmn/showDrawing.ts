import type { BpmnElement, ModelerLike, ViewBox } from './modelerTypes.ts';

/** Smallest scale at which the names in the diagram can be read. */
const READABLE = 0.6;

/** Width of the palette with its margin, and room round the drawing, in pixels: the diagram begins beside the palette. */
const PALETTE_WIDTH = 150;
const ROOM = 20;

/** The whole diagram, clear of the palette. */
export function showWhole(modeler: ModelerLike, readOnly: boolean): void {
  show(modeler, wholeOf(modeler, readOnly));
}

/** The whole diagram where it can be read, else its beginning; clear of the palette. */
export function showStart(modeler: ModelerLike, readOnly: boolean): void {
  const whole = wholeOf(modeler, readOnly);
  const [start] = modeler.get('elementRegistry').filter((element) => element.type === 'bpmn:StartEvent');
  if (whole.scale >= READABLE || start === undefined) return show(modeler, whole);
  const { outer } = modeler.get('canvas').viewbox();
  const middle = (start.y ?? 0) + (start.height ?? 0) / 2;
  show(modeler, {
    scale: READABLE,
    x: (poolOf(start)?.x ?? start.x ?? 0) - (2 * ROOM + paletteWidth(outer.width, readOnly)) / READABLE,
    y: middle - outer.height / 2 / READABLE,
  });
}

/** The pool that an element lies in: its name stands at its left edge. */
function poolOf(element: BpmnElement): BpmnElement | undefined {
  let around = element.parent ?? undefined;
  while (around !== undefined && around.type !== 'bpmn:Participant') around = around.parent ?? undefined;
  return around;
}

/** Scale, and what lies in the upper left corner. */
interface Sight {
  readonly scale: number;
  readonly x: number;
  readonly y: number;
}

function wholeOf(modeler: ModelerLike, readOnly: boolean): Sight {
  const { inner, outer } = modeler.get('canvas').viewbox();
  const beside = paletteWidth(outer.width, readOnly);
  const [width, height] = [outer.width - beside - 2 * ROOM, outer.height - 2 * ROOM];
  const scale = Math.max(0.01, Math.min(1, width / inner.width, height / inner.height));
  return {
    scale,
    x: inner.x + inner.width / 2 - (beside + (outer.width - beside) / 2) / scale,
    y: inner.y + inner.height / 2 - outer.height / 2 / scale,
  };
}

/** At once: each step on the way would have the browser lay out the whole drawing. */
function show(modeler: ModelerLike, { scale, x, y }: Sight): void {
  const canvas = modeler.get('canvas');
  const { outer } = canvas.viewbox();
  const box: ViewBox = { x, y, width: outer.width / scale, height: outer.height / scale };
  canvas.viewbox(box);
}

/** A narrow screen shows none. */
function paletteWidth(width: number, readOnly: boolean): number {
  return readOnly || width < 3 * PALETTE_WIDTH ? 0 : PALETTE_WIDTH;
}
