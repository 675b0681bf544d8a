import type { PackEditor } from '../bpmn/PackEditor.ts';
import { MANIFEST } from '../model/manifest.ts';
import { fieldsNamed, type OfferedField } from './offerFields.ts';

/** Declares the offered fields that a condition or an expression is the first to name. Call it inside one step of undo. */
export function declareNamed(
  editor: Pick<PackEditor, 'insertYaml'>,
  text: string,
  offered: readonly OfferedField[],
): void {
  for (const { place, variable } of fieldsNamed(text, offered)) editor.insertYaml(MANIFEST, place, variable);
}
