import { isRecord } from '../lint/readForm.ts';
import type { Tree } from './moddleTree.ts';

/** One component of a Form.io form as it is compared. */
export interface FormPart {
  /** Its key, with `#2` for a second one of the same. */
  readonly id: string;
  readonly label: string;
  readonly english: string;
  /** Id of the component around it and the place there (`components`, `columns.0`), empty at the top. */
  readonly parent: string;
  /** JSON pointer of its value in what is submitted. */
  readonly pointer: string;
  /** Everything that it says itself, without the components inside. */
  readonly tree: Tree;
}

export interface FormParts {
  readonly name: string;
  readonly english: string;
  readonly tree: Tree;
  /** By id, in the order of the form. */
  readonly parts: ReadonlyMap<string, FormPart>;
}

/** So many characters of a text stand for its name. */
const TEXT_NAME = 24;

/** Components whose children are data below their own key. */
const nesting = new Set(['container', 'datagrid', 'editgrid', 'datamap']);

/** A form taken apart. Throws Error when the text is no JSON object. */
export function formParts(text: string): FormParts {
  const form: unknown = JSON.parse(text);
  if (!isRecord(form)) throw new Error('a form is an object');
  const parts = new Map<string, FormPart>();
  const tree = withoutChildren(form, (children, place) => collect(children, place, '', parts));
  return { name: textOf(form['title']), english: englishOf(form), tree, parts };
}

function collect(
  components: readonly unknown[],
  parent: string,
  prefix: string,
  parts: Map<string, FormPart>,
): void {
  for (const component of components) {
    if (!isRecord(component)) continue;
    const key = textOf(component['key']) || textOf(component['type']);
    let id = key;
    for (let again = 2; parts.has(id); again += 1) id = `${key}#${again}`;
    const pointer = `${prefix}/${key}`;
    // Kept first, so that the order of the map is the order of the form.
    parts.set(id, { id, label: '', english: '', parent, pointer, tree: {} });
    const inner = nesting.has(textOf(component['type'])) ? pointer : prefix;
    const tree = withoutChildren(component, (children, place) =>
      collect(children, `${id} ${place}`, inner, parts),
    );
    const label = textOf(component['label']) || textOf(component['title']);
    const named = { label, english: englishOf(component) };
    parts.set(id, { id, ...(isText(component) ? ownWords(component, named) : named), parent, pointer, tree });
  }
}

/** A component without the ones inside it, each list of which is handed to `take`. */
function withoutChildren(component: Tree, take: (children: readonly unknown[], place: string) => void): Tree {
  const tree: Record<string, unknown> = {};
  for (const [key, value] of Object.entries(component)) {
    if (key === 'components' && isComponents(value)) take(value, 'components');
    else if ((key === 'columns' || key === 'rows') && Array.isArray(value)) {
      tree[key] = value.map((cell, at) => withoutCell(cell, `${key}.${at + 1}`, take));
    } else tree[key] = value;
  }
  return tree;
}

function withoutCell(
  cell: unknown,
  place: string,
  take: (children: readonly unknown[], place: string) => void,
): unknown {
  if (Array.isArray(cell)) return cell.map((inner, at) => withoutCell(inner, `${place}.${at + 1}`, take));
  return isRecord(cell) ? withoutChildren(cell, (children) => take(children, place)) : cell;
}

function isComponents(value: unknown): value is readonly Tree[] {
  return Array.isArray(value) && value.every(isRecord);
}

/** Whether a component only says something. */
function isText(component: Tree): boolean {
  return ['content', 'htmlelement'].includes(textOf(component['type']));
}

/** A text has no label that anybody reads: where it is only its key, the text begins with what it is called. */
function ownWords(component: Tree, { label, english }: Pick<FormPart, 'label' | 'english'>) {
  const key = textOf(component['key']);
  const { properties, html, content } = component;
  const translated = isRecord(properties) ? properties['en.content'] : undefined;
  const own = (name: string, text: unknown) => (name === '' || name === key ? beginningOf(text) : name);
  return { label: own(label, html ?? content), english: own(english, translated) };
}

function beginningOf(markup: unknown): string {
  const text = textOf(markup)
    .replace(/<[^>]*>/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
  return [...text].length <= TEXT_NAME ? text : `${[...text].slice(0, TEXT_NAME).join('')}…`;
}

function englishOf(component: Tree): string {
  const { properties } = component;
  return isRecord(properties) ? textOf(properties['en']) : '';
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : '';
}
