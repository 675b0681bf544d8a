import { isXmlElement, type XmlElement, type XmlTree } from './XmlTree.ts';

/**
 * The text without white space around the `=` of attributes. XML allows it, but the reader under bpmn-js and under
 * our own check loses such an attribute.
 */
export function tightenAttributes({ text, root }: XmlTree): string {
  let written = '';
  let at = 0;
  const visit = (element: XmlElement) => {
    for (const { name, start, valueStart } of element.attributes) {
      const end = text.indexOf(name, start) + name.length;
      if (valueStart - end <= 2) continue;
      written += `${text.slice(at, end)}=`;
      at = valueStart - 1;
    }
    for (const piece of element.pieces) if (isXmlElement(piece)) visit(piece);
  };
  visit(root);
  return written + text.slice(at);
}
