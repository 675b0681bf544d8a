import { stepOfTemplate } from '@onewindow/processes/blocks';
import { type Fix, findFix, setXmlAttributes } from '@onewindow/processes/fixes';
import type { BpmnElement } from '../bpmn/modelerTypes.ts';
import type { PackEditor } from '../bpmn/PackEditor.ts';
import { PROCESS } from '../model/manifest.ts';
import type { Finding } from '../model/packFiles.ts';

/** Puts a finding right in the files as they are now. Gives what was done; null where nothing could be. */
export function fixFinding(editor: PackEditor, finding: Finding): Fix | null {
  const found = fixOf(finding, Object.fromEntries(editor.files));
  if (found === null) return null;
  try {
    carryOut(editor, found);
    return found;
  } catch {
    return null;
  }
}

/** Findings with what can be done about them, as the worker gives them. */
export function addFixes(findings: readonly Finding[], files: ReadonlyMap<string, string>): Finding[] {
  const plain = Object.fromEntries(files);
  return findings.map((finding) => ({ ...finding, fix: fixOf(finding, plain) }));
}

function fixOf(finding: Finding, files: Readonly<Record<string, string>>): Fix | null {
  return findFix(finding, files) ?? stepOfTemplate(finding, files);
}

/** Carries a fix out as one step of undo. Throws Error when a file or an element that it names is not there. */
function carryOut(editor: PackEditor, { edits }: Fix): void {
  editor.together(() => {
    for (const edit of edits) {
      if (edit.kind === 'yaml') editor.setYaml(edit.file, edit.path, edit.value);
      else if (edit.kind === 'file') editor.setText(edit.file, edit.text);
      else if (edit.file === PROCESS) setInDiagram(editor, edit.element, edit.attributes);
      else {
        const text = editor.files.get(edit.file) ?? '';
        editor.setText(edit.file, setXmlAttributes(text, edit.element, edit.attributes));
      }
    }
  });
}

function setInDiagram(editor: PackEditor, id: string, attributes: Readonly<Record<string, string>>): void {
  const element = required(editor, id);
  const { default: flow, ...others } = attributes;
  if (flow !== undefined) editor.setDefault(element, required(editor, flow), true);
  const values = Object.entries(others).map(
    ([name, value]) => [name, value === 'true' ? true : value === 'false' ? false : value] as const,
  );
  if (values.length > 0) editor.setAttributes(element, Object.fromEntries(values));
}

function required(editor: PackEditor, id: string): BpmnElement {
  const element = editor.element(id);
  if (element === undefined) throw new Error(`no element ${id}`);
  return element;
}
