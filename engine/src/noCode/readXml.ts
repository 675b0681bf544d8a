import { Parser } from 'saxen';

export type XmlAttribute = { namespace: string; name: string; value: string };

/** An element with its own (direct) text; `name` is the local name. */
export type XmlElement = {
  namespace: string;
  name: string;
  attributes: XmlAttribute[];
  children: XmlElement[];
  text: string;
  /** 1-based line of the opening tag. */
  line: number;
};

/** Thrown by {@link readXml}; `reason` is `doctype` or `notWellFormed`. */
export class XmlRefused extends Error {
  constructor(
    readonly reason: 'doctype' | 'notWellFormed',
    message: string,
  ) {
    super(message);
  }
}

/**
 * Reads an XML text into a tree with resolved namespaces. No DTD, no entities but the predefined ones.
 *
 * Throws XmlRefused on a DOCTYPE and on text that is not well-formed.
 */
export function readXml(xml: string): XmlElement {
  const document = emptyElement('', '', 0);
  const open: { element: XmlElement; prefixes: Map<string, string> }[] = [
    {
      element: document,
      prefixes: new Map([
        ['', ''],
        ['xml', 'http://www.w3.org/XML/1998/namespace'],
      ]),
    },
  ];
  const lines = lineCounter(xml);
  const parser = new Parser();
  parser.on('error', (error) => {
    throw new XmlRefused('notWellFormed', error.message);
  });
  parser.on('warn', (warning) => {
    throw new XmlRefused('notWellFormed', warning.message);
  });
  parser.on('attention', () => {
    throw new XmlRefused('doctype', 'DOCTYPE');
  });
  parser.on('openTag', (rawName, readAttributes, decode) => {
    const parent = top(open);
    const raw = Object.entries(readAttributes() ?? {}).map(([key, value]) => [key, decode(value)] as const);
    const prefixes = declaredPrefixes(parent.prefixes, raw);
    const { namespace, name } = resolve(rawName, prefixes, true);
    const element = emptyElement(namespace, name, lines.at(`<${rawName}`));
    for (const [key, value] of raw) {
      if (key === 'xmlns' || key.startsWith('xmlns:')) continue;
      element.attributes.push({ ...resolve(key, prefixes, false), value });
    }
    parent.element.children.push(element);
    open.push({ element, prefixes });
  });
  parser.on('closeTag', () => {
    open.pop();
  });
  parser.on('text', (value, decode) => {
    top(open).element.text += decode(value);
  });
  parser.on('comment', (value) => {
    lines.at(value);
  });
  parser.on('cdata', (value) => {
    lines.at(value);
    top(open).element.text += value;
  });
  parser.parse(xml.replace(/^\uFEFF/, ''));
  const root = document.children[0];
  if (
    root === undefined ||
    document.children.length > 1 ||
    document.text.trim() !== '' ||
    open.length !== 1
  ) {
    throw new XmlRefused('notWellFormed', 'one root element expected');
  }
  return root;
}

/** Lines of places that are asked for in the order of the text; the parser's own count begins at the top each time. */
function lineCounter(xml: string): { at(mark: string): number } {
  let [line, counted, from] = [1, 0, 0];
  return {
    at(mark) {
      const found = xml.indexOf(mark, from);
      if (found < 0) return line;
      from = found + mark.length;
      for (
        let next = xml.indexOf('\n', counted);
        next >= 0 && next < found;
        next = xml.indexOf('\n', next + 1)
      ) {
        line += 1;
        counted = next + 1;
      }
      return line;
    },
  };
}

function emptyElement(namespace: string, name: string, line: number): XmlElement {
  return { namespace, name, attributes: [], children: [], text: '', line };
}

function top<T>(stack: T[]): T {
  const last = stack[stack.length - 1];
  if (last === undefined) throw new XmlRefused('notWellFormed', 'closing tag without opening tag');
  return last;
}

function declaredPrefixes(
  inherited: Map<string, string>,
  attributes: readonly (readonly [string, string])[],
) {
  const declared = attributes.filter(([key]) => key === 'xmlns' || key.startsWith('xmlns:'));
  if (declared.length === 0) return inherited;
  const prefixes = new Map(inherited);
  for (const [key, value] of declared) prefixes.set(key === 'xmlns' ? '' : key.slice('xmlns:'.length), value);
  return prefixes;
}

function resolve(rawName: string, prefixes: Map<string, string>, isElement: boolean) {
  const colon = rawName.indexOf(':');
  const prefix = colon < 0 ? '' : rawName.slice(0, colon);
  const name = rawName.slice(colon + 1);
  if (prefix === '' && !isElement) return { namespace: '', name };
  const namespace = prefixes.get(prefix);
  if (namespace === undefined) throw new XmlRefused('notWellFormed', `prefix ${prefix} is not declared`);
  return { namespace, name };
}
