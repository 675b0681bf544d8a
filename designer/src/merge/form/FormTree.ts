import type { Part, Parts } from '../parts/Parts.ts';

type Json = Readonly<Record<string, unknown>>;

/** Components whose children are data below their own key. */
const nesting = new Set(['container', 'datagrid', 'editgrid', 'datamap']);

/** Stands between the names of a property that is within another. */
const IN = '\n';

/**
 * A form as parts: its components, told by where their value is in what is submitted. Null where two are told by the same, or
 * where components stand in what is not known here. Throws Error for what is no form.
 */
export function readFormParts(text: string): Map<string, Part> | null {
  const form: unknown = JSON.parse(text);
  if (!isRecord(form) || !isComponents(form['components'])) throw new Error('no form');
  const parts = new Map<string, Part>();
  let plain = true;
  const read = (component: Json, key: string, holder: string, data: string) => {
    if (parts.has(key)) plain = false;
    const { components, columns, ...own } = component;
    const says: Record<string, unknown> = {};
    flatten(own, '', says);
    parts.set(key, { key, holder, says });
    if (own['rows'] !== undefined && own['type'] === 'table') plain = false;
    const inner = nesting.has(String(own['type'])) ? key : data;
    const readAll = (list: readonly Json[], place: string) => {
      for (const child of list) {
        const name = typeof child['key'] === 'string' ? child['key'] : '';
        if (name === '') plain = false;
        read(child, `${inner}/${name}`, `${key} ${place}`, inner);
      }
    };
    if (isComponents(components)) {
      says['components'] = 'list';
      readAll(components, 'components');
    } else if (components !== undefined) plain = false;
    if (columns === undefined) return;
    if (!isComponents(columns)) {
      plain = false;
      return;
    }
    says['columns'] = columns.map(({ components: _, ...cell }) => cell);
    columns.forEach((column, at) => {
      if (isComponents(column['components'])) readAll(column['components'], `columns.${at}`);
      else plain = false;
    });
  };
  read(form, '', '', '');
  return plain ? parts : null;
}

/** The form that parts make. */
export function writeFormParts(parts: Parts): Json {
  const children = new Map<string, Part[]>();
  for (const part of parts.values())
    if (part.holder !== '') children.set(part.holder, [...(children.get(part.holder) ?? []), part]);
  const write = (part: Part): Json => {
    const component: Record<string, unknown> = {};
    const list = (place: string) => (children.get(`${part.key} ${place}`) ?? []).map(write);
    for (const [name, value] of Object.entries(part.says)) {
      if (name === 'components') component['components'] = list('components');
      else if (name === 'columns' && Array.isArray(value)) {
        const last = value.length - 1;
        const beyond = [...children.keys()].flatMap((holder) => {
          const at = Number(/ columns\.(\d+)$/.exec(holder)?.[1] ?? 0);
          return holder.startsWith(`${part.key} columns.`) && at > last ? list(`columns.${at}`) : [];
        });
        // What stood in a column that has gone comes into the last one.
        component['columns'] = value.map((cell: Json, at: number) => ({
          ...cell,
          components: [...list(`columns.${at}`), ...(at === last ? beyond : [])],
        }));
      } else unflatten(component, name.split(IN), value);
    }
    return component;
  };
  const root = parts.get('');
  return root === undefined ? {} : write(root);
}

function flatten(value: Json, path: string, says: Record<string, unknown>): void {
  for (const [name, inner] of Object.entries(value)) {
    const key = path === '' ? name : `${path}${IN}${name}`;
    if (isRecord(inner) && Object.keys(inner).length > 0) flatten(inner, key, says);
    else says[key] = inner;
  }
}

function unflatten(
  component: Record<string, unknown>,
  [name = '', ...rest]: readonly string[],
  value: unknown,
) {
  if (rest.length === 0) {
    component[name] = value;
    return;
  }
  const inner = isRecord(component[name]) ? { ...component[name] } : {};
  component[name] = inner;
  unflatten(inner, rest, value);
}

/** The names of a property that is within others. */
export function namesOf(property: string): readonly string[] {
  return property.split(IN);
}

export function isRecord(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isComponents(value: unknown): value is readonly Json[] {
  return Array.isArray(value) && value.every(isRecord);
}
