import type { JsonPath } from './formText.ts';

export type Json = Readonly<Record<string, unknown>>;

/** A component of a form and where it stands. */
export interface FormNode {
  readonly path: JsonPath;
  readonly component: Json;
  readonly type: string;
  readonly key: string;
  readonly label: string;
  readonly depth: number;
  /** Path of the list that it stands in. */
  readonly list: JsonPath;
  readonly index: number;
  /** How many stand in that list. */
  readonly count: number;
  /** Where its value stands in the data: `members.name`; layout shares the place of what it stands in. */
  readonly dataPath: string;
  readonly holdsOthers: boolean;
  readonly isLayout: boolean;
}

const layout = new Set(['panel', 'fieldset', 'columns', 'well']);
const nesting = new Set(['container', 'datagrid']);

export function isJson(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Every component of a form in its order, those inside of others after them. */
export function listNodes(form: unknown): FormNode[] {
  return isJson(form) ? visit(form['components'], ['components'], 0, '') : [];
}

function visit(list: unknown, path: JsonPath, depth: number, above: string): FormNode[] {
  if (!Array.isArray(list)) return [];
  return list.flatMap((component: unknown, index) => {
    if (!isJson(component)) return [];
    const own = [...path, index];
    const type = text(component['type']);
    const key = text(component['key']);
    const dataPath = above === '' ? key : `${above}.${key}`;
    const node: FormNode = {
      path: own,
      component,
      type,
      key,
      label: nameOf(component, key),
      depth,
      list: path,
      index,
      count: list.length,
      dataPath,
      holdsOthers: Array.isArray(component['components']),
      isLayout: layout.has(type) || type === 'content',
    };
    const inner = nesting.has(type) ? dataPath : above;
    const columns = Array.isArray(component['columns']) ? component['columns'] : [];
    return [
      node,
      ...visit(component['components'], [...own, 'components'], depth + 1, inner),
      ...columns.flatMap((column: unknown, at) =>
        isJson(column)
          ? visit(column['components'], [...own, 'columns', at, 'components'], depth + 1, inner)
          : [],
      ),
    ];
  });
}

/** A text is known by what it says where its label is only its key. */
function nameOf(component: Json, key: string): string {
  const [label, html] = [text(component['label']), plainText(component['html'])];
  return (label === key && html !== '' ? html : label) || text(component['title']) || html || key;
}

export function samePath(a: JsonPath | null, b: JsonPath | null): boolean {
  return a !== null && b !== null && a.length === b.length && a.every((part, at) => part === b[at]);
}

/** A key that the form does not have yet: `name`, `name2`, `name3` … */
export function freeKey(base: string, used: ReadonlySet<string>): string {
  let key = base;
  for (let count = 2; used.has(key); count += 1) key = `${base}${count}`;
  return key;
}

/** All keys of a form. */
export function keysOf(form: unknown): Set<string> {
  return new Set(listNodes(form).map((node) => node.key));
}

/** The same components with keys that the form does not have yet, those inside of them included. */
export function withFreeKeys(components: readonly Json[], used: ReadonlySet<string>): Json[] {
  const taken = new Set(used);
  const renamed = new Map<string, string>();
  const rename = (component: Json): Json => {
    const old = text(component['key']);
    const key = freeKey(old === '' ? 'field' : old, taken);
    taken.add(key);
    renamed.set(old, key);
    const inner = component['components'];
    return {
      ...component,
      key,
      ...(Array.isArray(inner) ? { components: inner.filter(isJson).map(rename) } : {}),
    };
  };
  const copies = components.map(rename);
  return copies.map((copy) => followKeys(copy, renamed));
}

/** Conditions among the copies ask about the copies. */
function followKeys(component: Json, renamed: ReadonlyMap<string, string>): Json {
  const follow = (name: unknown): unknown =>
    typeof name === 'string'
      ? name
          .split('.')
          .map((part) => renamed.get(part) ?? part)
          .join('.')
      : name;
  const conditional = component['conditional'];
  const inner = component['components'];
  const conditions = isJson(conditional) ? conditional['conditions'] : undefined;
  return {
    ...component,
    ...(isJson(conditional)
      ? {
          conditional: {
            ...conditional,
            ...('when' in conditional ? { when: follow(conditional['when']) } : {}),
            ...(Array.isArray(conditions)
              ? {
                  conditions: conditions.map((one: unknown) =>
                    isJson(one) ? { ...one, component: follow(one['component']) } : one,
                  ),
                }
              : {}),
          },
        }
      : {}),
    ...(Array.isArray(inner)
      ? { components: inner.filter(isJson).map((one) => followKeys(one, renamed)) }
      : {}),
  };
}

/** Beginning of a note without its marks. */
function plainText(html: unknown): string {
  const words = text(html)
    .replaceAll(/<[^>]*>/g, ' ')
    .replaceAll(/\s+/g, ' ')
    .trim();
  return words.length > 30 ? `${words.slice(0, 30)}…` : words;
}

function text(value: unknown): string {
  return typeof value === 'string' ? value : '';
}
