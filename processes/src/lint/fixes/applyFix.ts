import { parseDocument } from 'yaml';
import type { PackFiles } from '../../pack/packFiles.ts';
import type { Fix, FixEdit } from './Fix.ts';
import { setXmlAttributes } from './setXmlAttributes.ts';

/** The files with a fix carried out; comments, order and whatever it does not name stay. Throws for files that cannot be read. */
export function applyFix(files: PackFiles, { edits }: Fix): PackFiles {
  return edits.reduce(applyEdit, files);
}

function applyEdit(files: PackFiles, edit: FixEdit): PackFiles {
  const { [edit.file]: text = '', ...others } = files;
  if (edit.kind === 'file') return edit.text === undefined ? others : { ...others, [edit.file]: edit.text };
  if (edit.kind === 'attributes')
    return { ...files, [edit.file]: setXmlAttributes(text, edit.element, edit.attributes) };
  const document = parseDocument(text, { keepSourceTokens: true });
  const [error] = document.errors;
  if (error) throw error;
  if (edit.value === undefined) document.deleteIn(edit.path);
  else if (typeof edit.value === 'object' && edit.value !== null)
    document.setIn(edit.path, document.createNode(edit.value, { flow: true }));
  else document.setIn(edit.path, edit.value);
  return { ...files, [edit.file]: document.toString({ lineWidth: 0, flowCollectionPadding: false }) };
}
