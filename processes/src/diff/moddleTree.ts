import type { ModdleElement } from '../bpmn/moddleElement.ts';
import { isRecord } from '../lint/readForm.ts';

export type Tree = Readonly<Record<string, unknown>>;

/** The part of the reader's own description that says which properties are references. */
interface Described {
  readonly $descriptor: {
    readonly isGeneric?: boolean;
    readonly properties?: readonly {
      readonly name: string;
      readonly ns?: { readonly localName: string };
      readonly isReference?: boolean;
    }[];
  };
}

/** What flows say already, or what only links back. */
const skipped = new Set(['incoming', 'outgoing', '$attrs', '$parent', '$instanceOf', '$descriptor']);

/**
 * An element of the BPMN or DMN reader as a tree of JSON values: everything that it holds, foreign attributes
 * included, references by id. Children for which `apart` holds are left out: they are compared by themselves.
 */
export function treeOf(element: ModdleElement, apart: (child: ModdleElement) => boolean): Tree {
  const references = referencesOf(element);
  const tree: Record<string, unknown> = { $type: element.$type };
  for (const name of Object.getOwnPropertyNames(element)) {
    if (name === '$type' || skipped.has(name)) continue;
    const value = read(Reflect.get(element, name), references.has(name), apart);
    if (value !== undefined) tree[name] = value;
  }
  for (const [name, value] of Object.entries(element.$attrs ?? {})) {
    // The type is in `$type`, whatever prefix the file gives it.
    const declared = name === 'xmlns' || name.startsWith('xmlns:') || name === 'xsi:type';
    if (!declared) tree[name] = value;
  }
  return tree;
}

/** Children of an element, those in lists too, in the order of the file. */
export function childrenOf(element: ModdleElement): ModdleElement[] {
  const references = referencesOf(element);
  return Object.getOwnPropertyNames(element)
    .filter((name) => !skipped.has(name) && !references.has(name))
    .flatMap((name): unknown[] => {
      const value: unknown = Reflect.get(element, name);
      return Array.isArray(value) ? value : [value];
    })
    .filter(isElement);
}

function read(value: unknown, reference: boolean, apart: (child: ModdleElement) => boolean): unknown {
  if (Array.isArray(value)) {
    const parts = value.map((part) => read(part, reference, apart)).filter((part) => part !== undefined);
    if (parts.length === 0) return undefined;
    // Elements referred to are a set: their order says nothing.
    return reference ? parts.map(String).sort() : parts;
  }
  if (isElement(value)) {
    if (reference) return value.id;
    return apart(value) ? undefined : treeOf(value, apart);
  }
  if (isRecord(value)) return JSON.parse(JSON.stringify(value)) as unknown;
  return typeof value === 'string' ? value.trim() : value;
}

function referencesOf(element: ModdleElement): Set<string> {
  const { $descriptor } = element as unknown as Described;
  const found = ($descriptor.properties ?? []).filter(({ isReference }) => isReference === true);
  return new Set(found.flatMap(({ name, ns }) => [name, ns?.localName ?? name, name.replace(/^\w+:/, '')]));
}

function isElement(value: unknown): value is ModdleElement {
  return typeof value === 'object' && value !== null && '$type' in value && '$descriptor' in value;
}
