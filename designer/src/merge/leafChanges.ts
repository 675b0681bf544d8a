import { parse } from 'yaml';
import type { YamlPath } from '../model/manifest.ts';

/** Something that one text says other than another; `value` undefined: it is gone. */
export interface LeafChange {
  readonly path: YamlPath;
  readonly value: unknown;
}

/** What differs between two YAML texts, as deep as both hold maps. Throws Error for a text that is no YAML. */
export function leafChanges(before: string, after: string): LeafChange[] {
  const changes: LeafChange[] = [];
  const compare = (old: unknown, now: unknown, path: YamlPath) => {
    if (sameValue(old, now)) return;
    if (!isMap(old) || !isMap(now)) {
      changes.push({ path, value: now });
      return;
    }
    for (const key of new Set([...Object.keys(old), ...Object.keys(now)]))
      compare(old[key], now[key], [...path, key]);
  };
  compare(parse(before), parse(after), []);
  return changes;
}

/** The value at a place of a YAML text; undefined where there is none. */
export function valueAt(text: string, path: YamlPath): unknown {
  let value: unknown = parse(text);
  for (const key of path) value = isMap(value) ? value[String(key)] : undefined;
  return value;
}

export function sameValue(a: unknown, b: unknown): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}

function isMap(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
