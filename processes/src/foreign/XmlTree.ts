/** An attribute with its place in the text; `start` is the white space before it. */
export interface XmlAttribute {
  readonly name: string;
  /** Entities resolved. */
  readonly value: string;
  readonly start: number;
  readonly valueStart: number;
  /** Behind the last character of the value, before the quote. */
  readonly valueEnd: number;
}

/** Text, CDATA, a comment or an instruction. */
export interface XmlOther {
  readonly kind: 'text' | 'cdata' | 'comment' | 'instruction';
  readonly start: number;
  readonly end: number;
}

/** An element with its place in the text: `start` to `openEnd` is the opening tag, `closeStart` to `end` the closing one. */
export interface XmlElement {
  readonly kind: 'element';
  /** As written, with its prefix. */
  readonly name: string;
  /** `{namespace}local`. */
  readonly key: string;
  readonly id: string | undefined;
  readonly attributes: readonly XmlAttribute[];
  readonly pieces: (XmlElement | XmlOther)[];
  readonly parent: XmlElement | null;
  /** Prefix → namespace; '' is the default one. */
  readonly scope: ReadonlyMap<string, string>;
  readonly start: number;
  readonly openEnd: number;
  closeStart: number;
  end: number;
}

export interface XmlTree {
  readonly text: string;
  readonly root: XmlElement;
  /** Comments and instructions outside the root. */
  readonly outside: readonly XmlOther[];
}

export function isXmlElement(piece: XmlElement | XmlOther): piece is XmlElement {
  return piece.kind === 'element';
}

export function childElements(element: XmlElement): XmlElement[] {
  return element.pieces.filter(isXmlElement);
}

export function isDeclaration(name: string): boolean {
  return name === 'xmlns' || name.startsWith('xmlns:');
}

/** `{namespace}local` of a name; an attribute without prefix has no namespace. Undefined: the prefix is not declared. */
export function expandName(
  name: string,
  scope: ReadonlyMap<string, string>,
  kind: 'element' | 'attribute',
): string | undefined {
  const colon = name.indexOf(':');
  if (colon < 0) return `{${kind === 'element' ? (scope.get('') ?? '') : ''}}${name}`;
  const namespace = scope.get(name.slice(0, colon));
  return namespace === undefined ? undefined : `{${namespace}}${name.slice(colon + 1)}`;
}

/** Takes `{namespace}local` apart. */
export function splitKey(key: string): { readonly namespace: string; readonly local: string } {
  const close = key.lastIndexOf('}');
  return { namespace: key.slice(1, close), local: key.slice(close + 1) };
}

/** 1-based line of a place in a text. */
export function lineOf(text: string, at: number): number {
  let line = 1;
  for (let next = text.indexOf('\n'); next >= 0 && next < at; next = text.indexOf('\n', next + 1)) line += 1;
  return line;
}
