import type { FormDefinition } from '@onewindow/forms';

type Component = Record<string, unknown>;

/** An item's application form with what the applicant's own data answers (`prefill`, by field). */
export interface ItemForm {
  packCode: string;
  operation: string;
  name: { 'zh-CN': string; en: string };
  form: FormDefinition;
  prefill: readonly { to: string; from: string }[];
  /** It is about a license in store: what its form asks is about that license. */
  aboutLicense: boolean;
}

/** Where a question of the one form is asked in the items' own forms. */
export interface AskedQuestion {
  key: string;
  label: string;
  /** Source in the applicant's data that answers it. */
  from: string | undefined;
  to: { item: string; operation: string; key: string }[];
}

/**
 * One form for several items without a repeated question: what is answered from the same data of the applicant, or is the
 * same question in several forms (key, kind, words and answers), is asked once, above; the rest follows item by
 * item. Keys are made unique; conditions follow their keys.
 */
export function composeForm(
  items: readonly ItemForm[],
  titles: { shared: { 'zh-CN': string; en: string } },
): { form: FormDefinition; questions: AskedQuestion[] } {
  const asked = items.map((item) => questionsOf(item));
  const counts = new Map<string, number>();
  for (const one of asked.flat()) counts.set(one.identity, (counts.get(one.identity) ?? 0) + 1);
  const questions = new Map<string, AskedQuestion>();
  const shared: Component[] = [];
  const sections: Component[] = [];
  for (const [at, item] of items.entries()) {
    const own = asked[at] ?? [];
    const keys = new Map<string, string>();
    for (const { key, identity, component, from } of own) {
      const several = (counts.get(identity) ?? 0) > 1;
      const known = several ? questions.get(identity) : undefined;
      const place = { item: item.packCode, operation: item.operation, key };
      if (known !== undefined) {
        known.to.push(place);
        tighten(shared, known.key, component);
        keys.set(key, known.key);
        continue;
      }
      const name = several ? `shared${shared.length + 1}_${key}` : `item${at + 1}_${key}`;
      keys.set(key, name);
      const label = String(component['label'] ?? key);
      questions.set(several ? identity : `${item.packCode} ${key}`, { key: name, label, from, to: [place] });
      if (several) shared.push({ ...component, key: name });
    }
    const rest = componentsOf(item.form).flatMap((component) => keepOwn(component, keys));
    sections.push(panel(`item${at + 1}`, item.name, renamed(rest, keys) as Component[]));
  }
  const components = [
    ...(shared.length === 0 ? [] : [panel('shared', titles.shared, shared)]),
    ...sections.filter(({ components: inside }) => (inside as Component[]).length > 0),
  ];
  const form = {
    title: titles.shared['zh-CN'],
    name: 'visit',
    display: 'form',
    type: 'form',
    components,
  } as unknown as FormDefinition;
  return { form, questions: [...questions.values()] };
}

/** Questions about whoever stands at the window rather than about the license. */
const aboutPerson = /^contact/;

interface Question {
  key: string;
  component: Component;
  identity: string;
  from: string | undefined;
}

/** The questions of a form, whatever panels they stand in; a grid is one question. */
function questionsOf({ packCode, form, prefill, aboutLicense }: ItemForm): Question[] {
  const found: Question[] = [];
  const walk = (component: Component) => {
    if (isLayout(component)) {
      for (const inner of componentsOf(component)) walk(inner);
      return;
    }
    if (component['input'] !== true || typeof component['key'] !== 'string') return;
    const { key } = component;
    const from = prefill.find(({ to }) => to === key)?.from;
    const identity = from ?? identityOf(component);
    // The same words ask for something else where each item is about a license of its own.
    const own = from?.startsWith('license:') ?? (aboutLicense && !aboutPerson.test(key));
    // A question that depends on others belongs with them.
    const dependent = component['conditional'] !== undefined || component['type'] === 'datagrid';
    found.push({
      key,
      component,
      from,
      identity: dependent || own ? `${packCode} ${identity} ${found.length} ${key}` : identity,
    });
  };
  for (const component of componentsOf(form as unknown as Component)) walk(component);
  return found;
}

function isLayout(component: Component): boolean {
  return component['input'] !== true && Array.isArray(component['components']);
}

function componentsOf(of: unknown): Component[] {
  const inside = (of as Component)['components'];
  return Array.isArray(inside) ? (inside as Component[]) : [];
}

/** The component without the questions that are asked above; nothing where nothing is left of it. */
function keepOwn(component: Component, keys: ReadonlyMap<string, string>): Component[] {
  if (isLayout(component)) {
    const components = componentsOf(component).flatMap((inner) => keepOwn(inner, keys));
    return components.length === 0 ? [] : [{ ...component, components }];
  }
  const name = keys.get(String(component['key']));
  if (name?.startsWith('shared')) return [];
  return [name === undefined ? component : { ...component, key: name }];
}

/** Conditions name other questions by key. */
function renamed(value: unknown, keys: ReadonlyMap<string, string>): unknown {
  if (Array.isArray(value)) return value.map((one) => renamed(one, keys));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, inner]) => {
      if ((name === 'when' || name === 'component') && typeof inner === 'string') {
        const [first = '', ...rest] = inner.split('.');
        return [name, [keys.get(first) ?? first, ...rest].join('.')];
      }
      return [name, renamed(inner, keys)];
    }),
  );
}

function panel(key: string, title: { 'zh-CN': string; en: string }, components: Component[]): Component {
  return {
    type: 'panel',
    key: `panel_${key}`,
    title: title['zh-CN'],
    input: false,
    components,
    properties: { en: title.en },
  };
}

/** The same question: key, kind, words and answers; how strictly it is checked may differ. */
function identityOf({ key, type, label, data, values }: Component): string {
  return JSON.stringify([key, type, label, data ?? null, values ?? null]);
}

/** A question that several items ask must be answered as soon as one of them needs it; each checks its own rules besides. */
function tighten(shared: Component[], key: string, other: Component): void {
  const at = shared.findIndex((component) => component['key'] === key);
  const component = shared[at];
  const required = (one: Component | undefined) => (one?.['validate'] as Component | undefined)?.['required'];
  if (component === undefined || required(other) !== true || required(component) === true) return;
  const validate = { ...((component['validate'] as Component | undefined) ?? {}), required: true };
  shared[at] = { ...component, validate };
}
