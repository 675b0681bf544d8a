import { editYamlPart, readYamlParts } from '@onewindow/processes/yaml';
import { isMap, isScalar, isSeq, parseDocument } from 'yaml';
import type { YamlPath } from './manifest.ts';

const written = { lineWidth: 0, flowCollectionPadding: false, singleQuote: true } as const;

function read(text: string) {
  const document = parseDocument(text, { keepSourceTokens: true });
  if (document.errors.length > 0) throw new Error(document.errors[0]?.message);
  return document;
}

/** Reads any YAML file; {} for what is no map or cannot be read. */
export function readYamlMap(text: string): Readonly<Record<string, unknown>> {
  const parts = readYamlParts(text);
  if (parts !== undefined) return parts;
  try {
    const value: unknown = read(text).toJS({ maxAliasCount: 100 });
    return typeof value === 'object' && value !== null && !Array.isArray(value)
      ? (value as Record<string, unknown>)
      : {};
  } catch {
    return {};
  }
}

/** Moves an entry of a list to another place; comments go with it. Throws Error when the text is not YAML. */
export function moveInYaml(text: string, path: YamlPath, from: number, to: number): string {
  return editYamlPart(text, path, (part, place) => moveInPart(part, place, from, to));
}

function moveInPart(text: string, path: YamlPath, from: number, to: number): string {
  const document = read(text);
  const list = document.getIn(path, true);
  if (!isSeq(list)) return text;
  const [moved] = list.items.splice(from, 1);
  if (moved !== undefined) list.items.splice(to, 0, moved);
  return document.toString(written);
}

/** Puts an entry into a list (made where there is none), behind the others by default. Throws Error when the text is not YAML. */
export function insertInYaml(text: string, path: YamlPath, value: unknown, at?: number): string {
  return editYamlPart(text, path, (part, place) => insertInPart(part, place, value, at));
}

function insertInPart(text: string, path: YamlPath, value: unknown, at?: number): string {
  const document = read(text);
  const list = document.getIn(path, true);
  const size = JSON.stringify(value).length;
  const node = document.createNode(value, { flow: size < 110 });
  if (isSeq(list) && list.items.length > 0) {
    // Like its neighbours: a list of blocks stays one.
    const [first] = list.items;
    if (isMap(node)) node.flow = isMap(first) ? first.flow === true && size < 200 : size < 110;
    list.items.splice(at ?? list.items.length, 0, node);
  } else {
    const made = document.createNode([value]);
    if (isSeq(made)) made.flow = isScalar(made.items[0]) || (isSeq(list) && list.flow === true && size < 60);
    document.setIn(path, made);
  }
  return document.toString(written);
}
