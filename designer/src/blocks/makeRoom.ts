import type { PackEditor } from '../bpmn/PackEditor.ts';

/** Moves everything that lies behind a line to the right; flows across it are stretched. */
export function makeRoom(editor: PackEditor, from: number, by: number): void {
  const space = editor.service('spaceTool');
  const shapes = editor.service('elementRegistry').filter((element) => element.parent !== undefined);
  const { movingShapes, resizingShapes } = space.calculateAdjustments(shapes, 'x', by, from);
  space.makeSpace(movingShapes, resizingShapes, { x: by, y: 0 }, 'e', from);
}
