import { makeRoom } from '../blocks/makeRoom.ts';
import type { BpmnConnection, BpmnElement } from '../bpmn/modelerTypes.ts';
import type { PackEditor } from '../bpmn/PackEditor.ts';
import { placeBeside } from './placeBeside.ts';

/** Distance between two shapes in the direction of the flow, in units of the diagram. */
const GAP = 60;

/** A shape that is not yet in the diagram. */
export interface NewShape {
  readonly width?: number;
  readonly height?: number;
}

/** Puts a new shape into a flow: what lies behind moves on, the flow leads into it (and keeps its condition) and it leads on. */
export function putIntoFlow(editor: PackEditor, flow: BpmnConnection, shape: NewShape): BpmnElement {
  const modeling = editor.service('modeling');
  const { source, target } = flow;
  const { width = 100, height = 80 } = shape;
  const edge = (source.x ?? 0) + (source.width ?? 0);
  const line = middleOf(source).y;
  const forward = (target.x ?? 0) >= edge;
  if (forward) makeRoom(editor, edge + GAP / 2, width + GAP);
  const place = forward
    ? { x: edge + GAP + width / 2, y: line }
    : placeBeside(editor, { x: (edge + (target.x ?? 0)) / 2, from: line, width, height });
  const created = modeling.createShape(shape, place, parentOf(editor, source));
  modeling.reconnectEnd(flow, created, middleOf(created));
  modeling.connect(created, target);
  return created;
}

/** Puts a new shape before an element: all flows that led to the element lead into the shape. */
export function putBefore(editor: PackEditor, element: BpmnElement, shape: NewShape): BpmnElement {
  const incoming = element.incoming.filter(({ type }) => type === 'bpmn:SequenceFlow');
  const [first, ...others] = incoming;
  if (first !== undefined && others.length === 0) return putIntoFlow(editor, first, shape);
  const modeling = editor.service('modeling');
  const { width = 100 } = shape;
  const [left, line] = [element.x ?? 0, middleOf(element).y];
  makeRoom(editor, left - 1, width + GAP);
  const created = modeling.createShape(shape, { x: left + width / 2, y: line }, parentOf(editor, element));
  for (const flow of incoming) modeling.reconnectEnd(flow, created, middleOf(created));
  modeling.connect(created, element);
  return created;
}

export function middleOf({ x = 0, y = 0, width = 0, height = 0 }: BpmnElement) {
  return { x: x + width / 2, y: y + height / 2 };
}

export function parentOf(editor: PackEditor, element: BpmnElement): BpmnElement {
  return element.parent ?? editor.service('canvas').getRootElement();
}
