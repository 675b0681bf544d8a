import { isMap, isSeq, parseDocument } from 'yaml';
import { MANIFEST, type PackFiles } from '../../pack/packFiles.ts';
import { readYamlParts } from '../../pack/yamlParts.ts';

export type Plain = Readonly<Record<string, unknown>>;

/** pack.yaml as it is written, nothing filled in; empty where it is no map. */
export function readPlain(files: PackFiles, file: string = MANIFEST): Plain {
  const text = files[file] ?? '';
  const parts = readYamlParts(text);
  if (parts !== undefined) return parts;
  const document = parseDocument(text);
  if (document.errors.length > 0) return {};
  const value: unknown = document.toJS({ maxAliasCount: 100 });
  return isPlain(value) ? value : {};
}

export function isPlain(value: unknown): value is Plain {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

export function textAt(value: unknown, ...path: string[]): string {
  let found = value;
  for (const key of path) found = isPlain(found) ? found[key] : undefined;
  return typeof found === 'string' ? found : '';
}

/** Every text of a YAML file with its place. */
export function textsOf(text: string): { path: (string | number)[]; text: string }[] {
  const document = parseDocument(text);
  if (document.errors.length > 0) return [];
  const found: { path: (string | number)[]; text: string }[] = [];
  const look = (node: unknown, path: (string | number)[]): void => {
    if (isMap(node)) {
      for (const { key, value } of node.items)
        look(value, [...path, String((key as { value?: unknown } | null)?.value ?? key)]);
    } else if (isSeq(node)) {
      node.items.forEach((item, at) => {
        look(item, [...path, at]);
      });
    } else {
      const { value } = (node ?? {}) as { value?: unknown };
      if (typeof value === 'string') found.push({ path, text: value });
    }
  };
  look(document.contents, []);
  return found;
}
