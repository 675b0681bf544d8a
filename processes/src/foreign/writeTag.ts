import { type Namespaces, prefixOf } from './namespaces.ts';
import { childElements, expandName, isDeclaration, type XmlAttribute, type XmlElement } from './XmlTree.ts';

const XSI_TYPE = '{http://www.w3.org/2001/XMLSchema-instance}type';

/** Attributes by `{namespace}local`, declarations of namespaces left out. */
export function attributesOf(element: XmlElement): Map<string, XmlAttribute> {
  return new Map(
    element.attributes
      .filter(({ name }) => !isDeclaration(name))
      .map((attribute) => [expandName(attribute.name, element.scope, 'attribute') ?? '', attribute]),
  );
}

interface TagInput {
  /** Text of the original file. */
  readonly text: string;
  readonly own: XmlElement;
  readonly before: XmlElement;
  readonly after: XmlElement;
  readonly namespaces: Namespaces;
}

/** The opening tag of the original with the attributes changed that differ between before and after. */
export function writeAttributes({ text, own, before, after, namespaces }: TagInput): string {
  const was = attributesOf(before);
  const is = attributesOf(after);
  const mine = attributesOf(own);
  const edits: { start: number; end: number; text: string }[] = [];
  let added = '';
  for (const [key, attribute] of is) {
    const old = was.get(key);
    const value = meaning(key, attribute, after);
    if (old !== undefined && meaning(key, old, before) === value) continue;
    const written = writeValue(key, value, own, namespaces);
    const present = mine.get(key);
    if (present) {
      const quote = text.charAt(present.valueEnd);
      edits.push({ start: present.valueStart, end: present.valueEnd, text: escapeAttribute(written, quote) });
    } else {
      const name = namespaces.nameOf(key, own.scope, 'attribute', prefixOf(attribute.name));
      added += ` ${name}="${escapeAttribute(written, '"')}"`;
    }
  }
  for (const [key, present] of mine) {
    if (was.has(key) && !is.has(key))
      edits.push({ start: present.start, end: present.valueEnd + 1, text: '' });
  }
  const last = own.attributes.at(-1);
  const end = last ? last.valueEnd + 1 : own.start + 1 + own.name.length;
  if (added !== '') edits.push({ start: end, end, text: added });
  return applyEdits(text, own.start, own.openEnd, edits);
}

function applyEdits(
  text: string,
  from: number,
  to: number,
  edits: readonly { readonly start: number; readonly end: number; readonly text: string }[],
): string {
  let written = '';
  let at = from;
  for (const edit of [...edits].sort((a, b) => a.start - b.start)) {
    written += text.slice(at, edit.start) + edit.text;
    at = edit.end;
  }
  return written + text.slice(at, to);
}

/** Value of an attribute; that of `xsi:type` with the namespace in place of its prefix. */
function meaning(key: string, { value }: XmlAttribute, element: XmlElement): string {
  return key === XSI_TYPE ? (expandName(value.trim(), element.scope, 'element') ?? value) : value;
}

/** Value to write: the type of `xsi:type` by the prefix that the file uses. */
export function writeValue(
  key: string,
  value: string,
  own: Pick<XmlElement, 'scope'>,
  namespaces: Namespaces,
): string {
  return key === XSI_TYPE && value.startsWith('{')
    ? namespaces.nameOf(value, own.scope, 'element', 'bpmn')
    : value;
}

export { meaning as meaningOf };

/** A value between quotes; line ends and tabs as references, or they would become spaces. */
export function escapeAttribute(value: string, quote: string): string {
  return value
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll(quote, quote === '"' ? '&quot;' : '&apos;')
    .replace(/[\t\n\r]/g, (space) => `&#${space.charCodeAt(0)};`);
}

interface TextInput {
  readonly before: XmlElement;
  readonly after: XmlElement;
  /** Texts of the trees of `after` and `before`. */
  readonly texts: readonly [string, string];
}

/** The new text of an element that holds only text and whose text differs; undefined: it does not. */
export function writeText({ after, before, texts }: TextInput): string | undefined {
  if (childElements(after).length > 0 || childElements(before).length > 0) return undefined;
  const is = texts[0].slice(after.openEnd, after.closeStart);
  const was = texts[1].slice(before.openEnd, before.closeStart);
  return is === was ? undefined : is;
}
