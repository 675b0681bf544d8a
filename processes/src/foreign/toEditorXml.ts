import { scanXml } from './scanXml.ts';
import { isDeclaration, isXmlElement, type XmlElement } from './XmlTree.ts';

/** Namespaces that the engine takes for its own: Camunda grew out of Activiti. */
export const engineAliases: Readonly<Record<string, string>> = {
  'http://activiti.org/bpmn': 'http://camunda.org/schema/1.0/bpmn',
};

/** Prefixes that the editor binds itself; a file that means something else by one of them confuses its writer. */
const editorPrefixes: Readonly<Record<string, string>> = {
  bpmn: 'http://www.omg.org/spec/BPMN/20100524/MODEL',
  bpmndi: 'http://www.omg.org/spec/BPMN/20100524/DI',
  dc: 'http://www.omg.org/spec/DD/20100524/DC',
  di: 'http://www.omg.org/spec/DD/20100524/DI',
  camunda: 'http://camunda.org/schema/1.0/bpmn',
  bioc: 'http://bpmn.io/schema/bpmn/biocolor/1.0',
  color: 'http://www.omg.org/spec/BPMN/non-normative/color/1.0',
};

/**
 * The text as the editor is to read it: aliases of the engine's namespace replaced, prefixes renamed that collide
 * with its own. The file itself is not changed by this. Throws XmlRefused when it is no XML.
 */
export function toEditorXml(text: string): string {
  const { root } = scanXml(text);
  const edits: { at: number; length: number; text: string }[] = [];
  visit(root, new Map(), edits);
  if (edits.length === 0) return text;
  let written = '';
  let from = 0;
  for (const { at, length, text: replacement } of edits.sort((a, b) => a.at - b.at)) {
    written += text.slice(from, at) + replacement;
    from = at + length;
  }
  return written + text.slice(from);

  function visit(
    element: XmlElement,
    outer: ReadonlyMap<string, string>,
    found: { at: number; length: number; text: string }[],
  ): void {
    const renamed = new Map(outer);
    for (const attribute of element.attributes.filter(({ name }) => isDeclaration(name))) {
      const prefix = attribute.name === 'xmlns' ? '' : attribute.name.slice(6);
      const uri = engineAliases[attribute.value] ?? attribute.value;
      if (uri !== attribute.value)
        found.push({
          at: attribute.valueStart,
          length: attribute.valueEnd - attribute.valueStart,
          text: uri,
        });
      const usual = editorPrefixes[prefix];
      if (usual === undefined || usual === uri) renamed.delete(prefix);
      else renamed.set(prefix, `${prefix}.foreign`);
    }
    const rename = (name: string, at: number) => {
      const prefix = name.includes(':') ? name.slice(0, name.indexOf(':')) : null;
      const other = prefix === null ? undefined : renamed.get(prefix);
      if (prefix !== null && other !== undefined) found.push({ at, length: prefix.length, text: other });
    };
    rename(element.name, element.start + 1);
    if (element.closeStart !== element.end) rename(element.name, element.closeStart + 2);
    for (const { name, start } of element.attributes) {
      const at = text.indexOf(name, start);
      if (!isDeclaration(name)) rename(name, at);
      else if (renamed.has(name.slice(6)) && name !== 'xmlns')
        found.push({ at: at + 6, length: name.length - 6, text: renamed.get(name.slice(6)) ?? '' });
    }
    for (const piece of element.pieces) if (isXmlElement(piece)) visit(piece, renamed, found);
  }
}
