import { parseDocument, visit } from 'yaml';

/** One mutation of one leaf of one file: what it is called, and the file's text after it. */
export interface Mutation {
  readonly what: string;
  readonly text: string;
}

/** Every leaf of a file changed, one at a time: attributes and texts of XML, scalars of YAML and JSON. */
export function mutationsOf(path: string, text: string): Mutation[] {
  if (/\.(bpmn|dmn)$/.test(path)) return xmlMutations(text);
  if (path.endsWith('.json')) return jsonMutations(JSON.parse(text));
  return yamlMutations(text);
}

function xmlMutations(xml: string): Mutation[] {
  const places = [
    ...xml.matchAll(/(?<= )(?!xmlns)[\w:]+="([^"]*)"/g),
    ...xml.matchAll(/>([^<>]*[^<>\s][^<>]*)</g),
  ];
  return places
    .filter(
      ({ index }) =>
        !xml.slice(0, index).endsWith('<?xml ') && !/^(version|encoding)=/.test(xml.slice(index)),
    )
    .map((match) => {
      const value = match[1] ?? '';
      const at = match.index + match[0].indexOf(value, match[0].startsWith('>') ? 1 : match[0].indexOf('"'));
      return {
        what: `${match[0]} at ${match.index}`,
        text: `${xml.slice(0, at)}${spoil(value)}${xml.slice(at + value.length)}`,
      };
    });
}

/** A value of the same kind, so that what is read stays readable: numbers stay numbers, choices are swapped. */
function spoil(value: string): string {
  if (/^-?\d+$/.test(value)) return String(Number(value) + 7);
  if (value === 'true') return 'false';
  return value === 'false' ? 'true' : `${value}x`;
}

function jsonMutations(tree: unknown): Mutation[] {
  const paths: string[][] = [];
  collect(tree, [], paths);
  return paths.map((path) => ({ what: path.join('.'), text: JSON.stringify(changedAt(tree, path)) }));
}

function collect(node: unknown, path: string[], paths: string[][]): void {
  if (typeof node !== 'object' || node === null) paths.push(path);
  else for (const [key, child] of Object.entries(node)) collect(child, [...path, key], paths);
}

function changedAt(node: unknown, [key, ...rest]: readonly string[]): unknown {
  if (key === undefined) return spoilPlain(node);
  const change = (child: unknown, at: string) => (at === key ? changedAt(child, rest) : child);
  if (Array.isArray(node)) return node.map((child, at) => change(child, String(at)));
  const entries = Object.entries(node as object).map(([at, child]) => [at, change(child, at)]);
  return Object.fromEntries(entries) as unknown;
}

/** Each scalar replaced in the text itself, so that everything around it stays as it was written. */
function yamlMutations(text: string): Mutation[] {
  const found: Mutation[] = [];
  visit(parseDocument(text), {
    Scalar(key, node) {
      if (key === 'key' || !node.range) return;
      const [from, to] = node.range;
      const line = text.slice(from, to).endsWith('\n') ? '\n' : '';
      const put = `${JSON.stringify(spoilPlain(node.value))}${line}`;
      found.push({
        what: `${text.slice(from, to)} at ${from}`,
        text: text.slice(0, from) + put + text.slice(to),
      });
    },
  });
  return found;
}

function spoilPlain(value: unknown): unknown {
  if (typeof value === 'string') return `${value}x`;
  if (typeof value === 'boolean') return !value;
  return typeof value === 'number' ? value + 1 : 'x';
}
