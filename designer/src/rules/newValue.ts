import { type SchemaNode, sharedType } from './PackSchema.ts';
import { shapeOf, valuesOf } from './shapeOf.ts';

/** What a new part begins with, in words. */
export interface Beginnings {
  readonly text: { readonly 'zh-CN': string; readonly en: string };
  /** Stands where an article or another short text is still to be written. */
  readonly words: string;
}

/** The first of everything that must be there, so that what is added is already in the form of the schema. */
export function newValue(node: SchemaNode, beginnings: Beginnings): unknown {
  const [example] = node.examples ?? [];
  switch (shapeOf(node)) {
    case 'text':
      return beginnings.text;
    case 'words':
      return beginnings.words;
    case 'choice':
      return node.default ?? valuesOf(node)[0];
    case 'picks':
      return Array.isArray(node.default) && node.default.length > 0
        ? node.default
        : valuesOf(node.items ?? {}).slice(0, 1);
    case 'check':
      return node.default ?? false;
    case 'number':
      return node.default ?? example ?? node.minimum ?? 1;
    case 'limit':
      return typeof example === 'string' ? example : '5 workday';
    case 'list':
      return (node.minItems ?? 0) > 0 && node.items !== undefined ? [newValue(node.items, beginnings)] : [];
    case 'group': {
      const required = node.required ?? [];
      return Object.fromEntries(
        Object.entries(node.properties ?? {})
          .filter(([name, child]) => required.includes(name) && child.default === undefined)
          .map(([name, child]) => [name, newValue(child, beginnings)]),
      );
    }
    case 'ways':
      return newValue((node.anyOf ?? node.oneOf ?? [])[0] ?? {}, beginnings);
    case 'condition':
      return "operation == 'new'";
    default:
      return example ?? (sharedType(node) === 'pointer' ? '/field' : '');
  }
}

/** A key that no entry of a list has yet: `fee2`. */
export function freshKey(stem: string, list: readonly unknown[]): string {
  const used = new Set(list.map((entry) => (entry as { key?: unknown } | null)?.key));
  let at = list.length + 1;
  while (used.has(`${stem}${at}`)) at += 1;
  return `${stem}${at}`;
}
