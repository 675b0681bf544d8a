import type { PackEditor } from '../bpmn/PackEditor.ts';

export const alignments = [
  'left',
  'center',
  'right',
  'top',
  'middle',
  'bottom',
  'horizontal',
  'vertical',
] as const;
export type Alignment = (typeof alignments)[number];

/** Aligns or distributes what is selected. Gives what is missing, null when it was done. */
export function align(editor: PackEditor, how: Alignment, said: string): 'chooseTwo' | 'chooseThree' | null {
  const shapes = editor
    .service('selection')
    .get()
    .filter(({ waypoints, labelTarget }) => waypoints === undefined && labelTarget === undefined);
  const distributes = how === 'horizontal' || how === 'vertical';
  if (shapes.length < 2) return 'chooseTwo';
  if (distributes && shapes.length < 3) return 'chooseThree';
  editor.together(() => {
    if (distributes) editor.service('distributeElements').trigger(shapes, how);
    else editor.service('alignElements').trigger(shapes, how);
  }, said);
  return null;
}
