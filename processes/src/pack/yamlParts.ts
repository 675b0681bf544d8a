import { parseDocument } from 'yaml';
import { readPlainYaml } from './plainYaml.ts';

/** One entry of a map in a YAML text. */
export interface YamlPart {
  readonly key: string;
  /** From the first character of its line to the end of its last line that is neither blank nor an outer comment. */
  readonly start: number;
  readonly end: number;
  /** Columns before the key. */
  readonly indent: number;
}

/** What makes a text more than a map of plainly written keys: documents, tabs, anchors and aliases, kept line ends, tags. */
const DOUBTS = /^(?:---|\.\.\.|%)|\t|\r|^\uFEFF|(?:^|[\s,[{:-])[&*!][^\s&*]|[|>]\d*\+|^\s*\? /m;
const ENTRY = /^( *)([A-Za-z_][\w.-]*):(?: |$)/;
/** Entries longer than this (characters) are split once more. */
const LONG = 4_000;

/**
 * The entries of the map at the top of a text, or below one key that has a line of its own; null where that cannot be
 * told for sure by looking at lines alone.
 */
export function splitYaml(text: string, within?: YamlPart): YamlPart[] | null {
  if (within === undefined && DOUBTS.test(text)) return null;
  const parts: { key: string; start: number; end: number; indent: number }[] = [];
  let at = within?.start ?? 0;
  const end = within?.end ?? text.length;
  let indent = within === undefined ? 0 : -1;
  if (within !== undefined) {
    const head = lineAt(text, at);
    if (!/^ *[\w.-]+:\s*$/.test(head)) return null;
    at += head.length + 1;
  }
  while (at < end) {
    const line = lineAt(text, at);
    const depth = line.search(/\S/);
    const last = parts.at(-1);
    if (depth >= 0 && indent < 0) indent = depth;
    if (depth >= 0 && within !== undefined && indent <= within.indent) return null;
    if (line.startsWith('#', depth)) {
      // A comment deeper than the entries is part of one of them.
      if (depth > indent && last !== undefined) last.end = at + line.length;
    } else if (depth > indent || (depth === indent && line.startsWith('- ', depth))) {
      if (last === undefined) return null;
      last.end = at + line.length;
    } else if (depth >= 0) {
      const key = depth === indent ? ENTRY.exec(line)?.[2] : undefined;
      if (key === undefined || key === '__proto__' || parts.some((part) => part.key === key)) return null;
      parts.push({ key, start: at, end: at + line.length, indent });
    }
    at += line.length + 1;
  }
  return parts.length === 0 ? null : parts;
}

function lineAt(text: string, at: number): string {
  const end = text.indexOf('\n', at);
  return text.slice(at, end < 0 ? text.length : end);
}

/** Entries that were read, by their text: an edit changes one of hundreds. */
const known = new Map<string, unknown>();
const MOST_KNOWN = 4_000;

/**
 * The value of a YAML text that is a map of plainly written keys, read entry by entry; an entry whose text was read before
 * is the same object. Undefined where the text is more than that, or wrong: then it must be read as a whole.
 */
export function readYamlParts(text: string): Readonly<Record<string, unknown>> | undefined {
  return readEntries(text, splitYaml(text));
}

function readEntries(text: string, parts: YamlPart[] | null): Record<string, unknown> | undefined {
  if (parts === null) return undefined;
  const value: Record<string, unknown> = {};
  for (const part of parts) {
    const own = text.slice(part.start, part.end);
    const inner =
      part.indent === 0 && own.length > LONG ? readEntries(text, splitYaml(text, part)) : undefined;
    if (inner !== undefined) {
      value[part.key] = inner;
      continue;
    }
    if (!known.has(own)) {
      const read = readPlainYaml(own) ?? readByLibrary(own);
      if (typeof read !== 'object' || read === null || !(part.key in read)) return undefined;
      if (known.size >= MOST_KNOWN) known.clear();
      known.set(own, (read as Record<string, unknown>)[part.key]);
    }
    value[part.key] = known.get(own);
  }
  return value;
}

function readByLibrary(text: string): unknown {
  const document = parseDocument(text);
  return document.errors.length > 0 ? undefined : document.toJS();
}

/**
 * Edits the smallest entry that holds a path, as `edit` edits a whole text: it gets that entry as a text of its own, with
 * the path in it. Every other character stays. Where entries cannot be told apart it gets the whole text.
 */
export function editYamlPart(
  text: string,
  path: readonly (string | number)[],
  edit: (text: string, path: readonly (string | number)[]) => string,
): string {
  const outer = path.length > 1 ? splitYaml(text)?.find(({ key }) => key === path[0]) : undefined;
  if (outer === undefined) return edit(text, path);
  const inner = path.length > 2 ? splitYaml(text, outer)?.find(({ key }) => key === path[1]) : undefined;
  const { start, end, indent } = inner ?? outer;
  const space = ' '.repeat(indent);
  const own = text
    .slice(start, end)
    .split('\n')
    .map((line) => (line.startsWith(space) ? line.slice(indent) : line))
    .join('\n');
  const edited = edit(`${own}\n`, inner === undefined ? path : path.slice(1))
    .replace(/\n+$/, '')
    .split('\n')
    .map((line) => (line === '' ? line : space + line))
    .join('\n');
  return text.slice(0, start) + edited + text.slice(end);
}
