import { isObject, type JsonObject } from './formDefinition.ts';

/**
 * - value: has a value of its own under its key
 * - group: an object under its key (container)
 * - rows: an array of objects under its key (datagrid)
 * - layout: no key of its own, children lie in the surrounding scope (panel, columns …)
 * - static: shows something, no value (content)
 */
export type FieldKind = 'value' | 'group' | 'rows' | 'layout' | 'static';

export interface Field {
  readonly component: JsonObject;
  readonly type: string;
  readonly key: string;
  readonly kind: FieldKind;
  readonly children: readonly Field[];
}

const kinds: Readonly<Record<string, FieldKind>> = {
  container: 'group',
  datagrid: 'rows',
  panel: 'layout',
  fieldset: 'layout',
  columns: 'layout',
  well: 'layout',
  content: 'static',
};

/** Deepest nesting of components that is looked at; deeper ones are refused by `findUnsafe`. */
export const MAX_DEPTH = 12;

/** The components of a form as a tree; what is not an object is left out (and refused by `findUnsafe`). */
export function readFields(form: unknown, depth = 0): Field[] {
  if (!isObject(form) || depth > MAX_DEPTH) return [];
  return childComponents(form).map((component) => {
    const type = text(component['type']);
    const kind = kinds[type] ?? 'value';
    const children = kind === 'value' || kind === 'static' ? [] : readFields(component, depth + 1);
    return { component, type, key: text(component['key']), kind, children };
  });
}

/** Components directly inside a form or component, those of its columns included. */
export function childComponents(parent: JsonObject): JsonObject[] {
  const columns = Array.isArray(parent['columns']) ? parent['columns'] : [];
  return [parent, ...columns.filter(isObject)]
    .flatMap((holder) => (Array.isArray(holder['components']) ? holder['components'] : []))
    .filter(isObject);
}

/** The fields of one data scope: layout is looked through. */
export function fieldsInScope(fields: readonly Field[]): Field[] {
  return fields.flatMap((field) => (field.kind === 'layout' ? fieldsInScope(field.children) : [field]));
}

function text(value: unknown): string {
  return typeof value === 'string' ? value : '';
}
