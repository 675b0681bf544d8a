import { XmlRefused } from './XmlRefused.ts';
import {
  expandName,
  isDeclaration,
  lineOf,
  type XmlAttribute,
  type XmlElement,
  type XmlOther,
  type XmlTree,
} from './XmlTree.ts';

/** Largest file, in UTF-16 units; deepest nesting; most elements. Far above any model that a person drew. */
export const xmlLimits = { length: 32 * 1024 * 1024, depth: 200, elements: 300_000 };

const NAME =
  /[A-Za-z_\u0080-\uffff][A-Za-z0-9_.\-\u00b7-\uffff]*(?::[A-Za-z_\u0080-\uffff][A-Za-z0-9_.\-\u00b7-\uffff]*)?/y;
const SPACE = /[ \t\r\n]*/y;
const predefined: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

/** Namespace → the one that it counts as. */
type Aliases = Readonly<Record<string, string>>;

/**
 * Reads an XML text into a tree that knows the place of every tag and attribute, so that a change can be written
 * into the text without touching the rest. No DTD and no entities but the five of XML are read.
 *
 * Throws XmlRefused for a DOCTYPE, an entity, text that is not well-formed (namespaces too), or one beyond the limits.
 */
export function scanXml(text: string, limits = xmlLimits, aliases: Aliases = {}): XmlTree {
  if (text.length > limits.length) throw new XmlRefused('tooLarge', null, `${text.length}`);
  const scan = new XmlScan(text, limits, aliases);
  return scan.read();
}

class XmlScan {
  private at = 0;
  private count = 0;
  private depth = 0;
  private root: XmlElement | null = null;
  private open: XmlElement | null = null;
  private readonly outside: XmlOther[] = [];

  constructor(
    private readonly text: string,
    private readonly limits: typeof xmlLimits,
    private readonly aliases: Aliases,
  ) {}

  read(): XmlTree {
    if (this.text.charCodeAt(0) === 0xfeff) this.at = 1;
    while (this.at < this.text.length) this.step();
    if (this.open !== null) throw this.broken(`<${this.open.name}> is not closed`);
    if (this.root === null) throw this.broken('no root element');
    return { text: this.text, root: this.root, outside: this.outside };
  }

  private step(): void {
    const { text, at } = this;
    if (text.charAt(at) !== '<') return this.characters();
    if (text.startsWith('<!--', at)) return this.until('comment', '-->', 4);
    if (text.startsWith('<![CDATA[', at)) {
      if (this.open === null) throw this.broken('CDATA outside of the root element');
      return this.until('cdata', ']]>', 9);
    }
    if (text.startsWith('<?', at)) return this.until('instruction', '?>', 2);
    if (text.startsWith('<!', at)) throw new XmlRefused('doctype', lineOf(text, at));
    if (text.startsWith('</', at)) return this.closeTag();
    this.openTag();
  }

  private characters(): void {
    const next = this.text.indexOf('<', this.at);
    const end = next < 0 ? this.text.length : next;
    const raw = this.text.slice(this.at, end);
    if (this.open === null) {
      if (raw.trim() !== '') throw this.broken('text outside of the root element');
    } else {
      this.resolveEntities(raw, this.at);
      this.open.pieces.push({ kind: 'text', start: this.at, end });
    }
    this.at = end;
  }

  private until(kind: XmlOther['kind'], mark: string, skip: number): void {
    const found = this.text.indexOf(mark, this.at + skip);
    if (found < 0) throw this.broken(`${kind} without an end`);
    const piece = { kind, start: this.at, end: found + mark.length };
    (this.open?.pieces ?? this.outside).push(piece);
    this.at = piece.end;
  }

  private openTag(): void {
    const start = this.at;
    if (this.open === null && this.root !== null) throw this.broken('a second root element');
    this.count += 1;
    this.depth += 1;
    if (this.count > this.limits.elements) throw new XmlRefused('tooMany', null, `${this.limits.elements}`);
    if (this.depth > this.limits.depth)
      throw new XmlRefused('tooDeep', lineOf(this.text, start), `${this.limits.depth}`);
    this.at += 1;
    const name = this.take(NAME);
    if (name === '') throw this.broken('“<” without a name');
    const attributes = this.attributes(name);
    const closed = this.text.startsWith('/>', this.at);
    if (!closed && this.text.charAt(this.at) !== '>') throw this.broken(`tag <${name}> is not well-formed`);
    this.at += closed ? 2 : 1;
    const parent = this.open;
    const scope = this.scopeOf(parent, attributes);
    const key = expandName(name, scope, 'element');
    if (key === undefined) throw this.broken(`prefix of <${name}> is not declared`);
    this.checkTwice(attributes, scope);
    const element: XmlElement = {
      kind: 'element',
      name,
      key,
      id: attributes.find((attribute) => attribute.name === 'id')?.value,
      attributes,
      pieces: [],
      parent,
      scope,
      start,
      openEnd: this.at,
      closeStart: this.at,
      end: this.at,
    };
    if (parent === null) this.root = element;
    else parent.pieces.push(element);
    if (closed) this.depth -= 1;
    else this.open = element;
  }

  private attributes(tag: string): XmlAttribute[] {
    const found: XmlAttribute[] = [];
    for (;;) {
      const start = this.at;
      this.take(SPACE);
      const next = this.text.charAt(this.at);
      if (next === '>' || next === '/' || next === '') return found;
      if (this.at === start) throw this.broken(`attributes of <${tag}>`);
      const name = this.take(NAME);
      this.take(SPACE);
      if (name === '' || this.text.charAt(this.at) !== '=') throw this.broken(`attributes of <${tag}>`);
      this.at += 1;
      this.take(SPACE);
      const quote = this.text.charAt(this.at);
      const end = quote === '"' || quote === "'" ? this.text.indexOf(quote, this.at + 1) : -1;
      if (end < 0) throw this.broken(`attribute ${name} of <${tag}>`);
      const raw = this.text.slice(this.at + 1, end);
      if (raw.includes('<')) throw this.broken(`“<” in attribute ${name}`);
      const value = this.resolveEntities(raw, this.at).replace(/[\t\r\n]/g, ' ');
      found.push({ name, value, start, valueStart: this.at + 1, valueEnd: end });
      this.at = end + 1;
    }
  }

  private closeTag(): void {
    const start = this.at;
    this.at += 2;
    const name = this.take(NAME);
    this.take(SPACE);
    if (this.open === null || this.open.name !== name || this.text.charAt(this.at) !== '>')
      throw this.broken(`</${name}> closes nothing`);
    this.at += 1;
    this.open.closeStart = start;
    this.open.end = this.at;
    this.open = this.open.parent;
    this.depth -= 1;
  }

  private scopeOf(
    parent: XmlElement | null,
    attributes: readonly XmlAttribute[],
  ): ReadonlyMap<string, string> {
    const outer = parent?.scope ?? new Map([['xml', 'http://www.w3.org/XML/1998/namespace']]);
    const declared = attributes.filter(({ name }) => isDeclaration(name));
    if (declared.length === 0) return outer;
    const scope = new Map(outer);
    for (const { name, value } of declared)
      scope.set(name === 'xmlns' ? '' : name.slice(6), this.aliases[value] ?? value);
    return scope;
  }

  private checkTwice(attributes: readonly XmlAttribute[], scope: ReadonlyMap<string, string>): void {
    const seen = new Set<string>();
    for (const { name } of attributes) {
      const key = isDeclaration(name) ? name : expandName(name, scope, 'attribute');
      if (key === undefined) throw this.broken(`prefix of attribute ${name} is not declared`);
      if (seen.has(key)) throw this.broken(`attribute ${name} twice`);
      seen.add(key);
    }
  }

  private resolveEntities(raw: string, at: number): string {
    if (!raw.includes('&')) return raw;
    return raw.replace(/&([^;&\s]*)(;?)/g, (_, name: string, end: string) => {
      const number = /^#(?:x([0-9a-fA-F]{1,6})|([0-9]{1,7}))$/.exec(name);
      const code = number ? Number.parseInt(number[1] ?? number[2] ?? '', number[1] ? 16 : 10) : -1;
      if (end === '') throw this.broken('“&” without a name', at);
      if (number && isXmlCharacter(code)) return String.fromCodePoint(code);
      if (Object.hasOwn(predefined, name)) return predefined[name] ?? '';
      throw new XmlRefused('entity', lineOf(this.text, at), name.slice(0, 40));
    });
  }

  private take(pattern: RegExp): string {
    pattern.lastIndex = this.at;
    const found = pattern.exec(this.text)?.[0] ?? '';
    this.at += found.length;
    return found;
  }

  private broken(what: string, at = this.at): XmlRefused {
    return new XmlRefused('notWellFormed', lineOf(this.text, at), what);
  }
}

/** Char of XML 1.0, section 2.2. */
function isXmlCharacter(code: number): boolean {
  return (
    code === 9 ||
    code === 10 ||
    code === 13 ||
    (code >= 0x20 && code <= 0xd7ff) ||
    (code >= 0xe000 && code <= 0xfffd) ||
    (code >= 0x10000 && code <= 0x10ffff)
  );
}
