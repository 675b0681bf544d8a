import { type Namespaces, prefixOf } from './namespaces.ts';
import { attributesOf, escapeAttribute, meaningOf, writeValue } from './writeTag.ts';
import { childElements, type XmlElement, type XmlTree } from './XmlTree.ts';

/** How the original is laid out: line ends and indentation. */
export interface XmlLayout {
  /** One more level of indentation. */
  readonly unit: string;
  breakBefore(indent: string): string;
  /** White space in front of an element on its line. */
  indentOf(element: XmlElement): string;
  indentOfChildren(element: XmlElement): string;
}

/** Reads the layout off a file; one that is written in one line stays so. */
export function layoutOf({ text, root }: XmlTree): XmlLayout {
  const newline = text.includes('\r\n') ? '\r\n' : '\n';
  const indentOf = (element: XmlElement): string => {
    const lead = /(?:^|[\r\n])([ \t]*)$/.exec(text.slice(Math.max(0, element.start - 400), element.start));
    return lead?.[1] ?? '';
  };
  const [first] = childElements(root);
  const inLines = first === undefined || /[\r\n]\s*$/.test(text.slice(root.openEnd, first.start));
  const unit = (first && indentOf(first).slice(indentOf(root).length)) || '  ';
  return {
    unit,
    breakBefore: (indent) => (inLines ? newline + indent : ''),
    indentOf,
    indentOfChildren: (element) => {
      const [child] = childElements(element);
      return child && /[\r\n]/.test(text.slice(element.openEnd, child.start))
        ? indentOf(child)
        : indentOf(element) + unit;
    },
  };
}

interface FreshInput {
  readonly element: XmlElement;
  /** Text of the tree that the element belongs to. */
  readonly text: string;
  /** Prefixes in force where it is written. */
  readonly scope: ReadonlyMap<string, string>;
  readonly indent: string;
  readonly layout: XmlLayout;
  readonly namespaces: Namespaces;
  /** Text of an element that the original has already: moved, not new. */
  readonly known: (element: XmlElement) => string | undefined;
}

/** Text of an element that the original does not have, with the prefixes and the layout of the original. */
export function writeFresh(input: FreshInput): string {
  const { element, text, scope, indent, layout, namespaces, known } = input;
  const name = namespaces.nameOf(element.key, scope, 'element', prefixOf(element.name));
  let tag = `<${name}`;
  for (const [key, attribute] of attributesOf(element)) {
    const written = writeValue(key, meaningOf(key, attribute, element), { scope }, namespaces);
    const own = namespaces.nameOf(key, scope, 'attribute', prefixOf(attribute.name));
    tag += ` ${own}="${escapeAttribute(written, '"')}"`;
  }
  const children = childElements(element);
  if (children.length === 0) {
    const inner = text.slice(element.openEnd, element.closeStart);
    return inner.trim() === '' ? `${tag} />` : `${tag}>${inner}</${name}>`;
  }
  const deeper = indent + layout.unit;
  const inner = children.map(
    (child) =>
      layout.breakBefore(deeper) + (known(child) ?? writeFresh({ ...input, element: child, indent: deeper })),
  );
  return `${tag}>${inner.join('')}${layout.breakBefore(indent)}</${name}>`;
}
