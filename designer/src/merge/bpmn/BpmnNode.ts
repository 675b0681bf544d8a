import { childElements, scanXml, type XmlElement } from '@onewindow/processes/foreign';

/** An element of a process file that can be changed; white space and comments are left to the text that it is written into. */
export interface BpmnNode {
  /** As written, with its prefix; the same prefixes mean the same in all works that are merged. */
  name: string;
  readonly attributes: Map<string, string>;
  children: BpmnNode[];
  /** What stands in an element without children, as written (entities not resolved). */
  text: string;
  parent: BpmnNode | null;
}

/** Reads a process file; null where prefixes are declared below the root. Throws XmlRefused for what is no XML. */
export function readNodes(text: string): BpmnNode | null {
  const { root } = scanXml(text);
  let plain = true;
  const read = (element: XmlElement, parent: BpmnNode | null): BpmnNode => {
    if (parent !== null && element.attributes.some(({ name }) => /^xmlns(:|$)/.test(name))) plain = false;
    const node: BpmnNode = {
      name: element.name,
      attributes: new Map(element.attributes.map(({ name, value }) => [name, value])),
      children: [],
      text: '',
      parent,
    };
    const inner = childElements(element);
    node.children = inner.map((child) => read(child, node));
    if (inner.length === 0) node.text = text.slice(element.openEnd, element.closeStart).trim();
    return node;
  };
  const node = read(root, null);
  return plain ? node : null;
}

/** A copy of an element with all that it holds. */
export function copyNode(node: BpmnNode, parent: BpmnNode | null): BpmnNode {
  const copy: BpmnNode = { ...node, attributes: new Map(node.attributes), children: [], parent };
  copy.children = node.children.map((child) => copyNode(child, copy));
  return copy;
}

/** The file as XML, without regard to looks. */
export function writeNodes(node: BpmnNode): string {
  const attributes = [...node.attributes].map(([name, value]) => ` ${name}="${escapeValue(value)}"`).join('');
  const inner = node.children.length > 0 ? node.children.map(writeNodes).join('') : node.text;
  return inner === ''
    ? `<${node.name}${attributes} />`
    : `<${node.name}${attributes}>${inner}</${node.name}>`;
}

/** The same text for what says the same, whatever the order of attributes. */
export function sayNode(node: BpmnNode): string {
  const attributes = [...node.attributes].sort(([a], [b]) => (a < b ? -1 : 1));
  return JSON.stringify([node.name, attributes, node.text, node.children.map(sayNode)]);
}

/** Takes an element out of the one that holds it. */
export function takeOut(node: BpmnNode): void {
  if (node.parent !== null) node.parent.children = node.parent.children.filter((child) => child !== node);
  node.parent = null;
}

/** Every element, holders before what they hold. */
export function* walk(node: BpmnNode): Generator<BpmnNode> {
  yield node;
  for (const child of node.children) yield* walk(child);
}

/** Name without its prefix. */
export function localName({ name }: BpmnNode): string {
  return name.slice(name.indexOf(':') + 1);
}

function escapeValue(value: string): string {
  return value
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replace(/[\t\n\r]/g, (space) => `&#${space.charCodeAt(0)};`);
}
