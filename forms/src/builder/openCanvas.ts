import '../browser/provideGlobal.ts';
import { FormBuilder } from '@formio/js';
import words from '../../data/builder.zh-CN.json' with { type: 'json' };
import chinese from '../../data/formio.zh-CN.json' with { type: 'json' };
import { prepareFormio } from '../browser/loadFormio.ts';
import { prepareForm } from '../browser/prepareForm.ts';
import { type FormDefinition, isObject, type JsonObject, type Locale } from '../model/formDefinition.ts';

/** Something that can be dragged onto the canvas. */
export interface CanvasKind {
  readonly key: string;
  readonly title: string;
  readonly component: JsonObject;
}

/** Where things stand on the canvas: the components by their keys; a new one says of which kind it is. */
export interface CanvasPlace {
  readonly key: string;
  readonly type: string;
  readonly kind?: string;
  readonly components?: readonly CanvasPlace[];
  readonly columns?: readonly (readonly CanvasPlace[])[];
}

interface CanvasInput {
  readonly element: HTMLElement;
  readonly form: FormDefinition;
  readonly locale: Locale;
  readonly title: string;
  readonly kinds: readonly CanvasKind[];
  /**
   * Something was put in, moved or taken out. Answers the keys that the form has given to what was put in, by those of the
   * places.
   */
  readonly onArrange: (places: readonly CanvasPlace[]) => ReadonlyMap<string, string>;
  /** Somebody wants to set up a component; Form.io's own dialog, with its tabs for scripts, never opens. */
  readonly onEdit: (key: string) => void;
}

interface BuilderInstance {
  readonly form: { readonly components?: unknown };
  editComponent: (component: JsonObject) => void;
  on(event: string, listener: () => void): void;
  destroy(all?: boolean): void;
}

/**
 * Form.io's builder without what a large form waits for: the browser's own hints for the buttons (its library makes an element
 * for each beforehand, some two thousand), no look into the tabs of a dialog that never opens, and drawn once: a form that
 * has no place yet is not drawn before the builder around it.
 */
class Canvas extends FormBuilder {
  override create(display: string) {
    const made = super.create(display) as unknown as {
      attachTooltip: (button: HTMLElement, title: string) => { readonly hide: () => void };
      hasEditTabs: () => boolean;
      readonly webform: { element: HTMLElement | null };
    };
    made.hasEditTabs = () => true;
    made.webform.element = null;
    made.attachTooltip = (button, title) => {
      button.title = title;
      return { hide: () => undefined };
    };
    return made as never;
  }
}

/**
 * Form.io's drag-and-drop builder in an element. It only arranges: what it writes of its own into components is not taken
 * over, and it runs no code (no evaluation, no dialogs).
 */
export async function openCanvas(input: CanvasInput): Promise<{ readonly close: () => void }> {
  const { element, form, locale, kinds } = input;
  prepareFormio();
  const none = { basic: false, advanced: false, layout: false, data: false, premium: false };
  const components = Object.fromEntries(
    kinds.map(({ key, title, component }) => {
      const [schema = component] = prepareForm({ components: [component] }, locale)[
        'components'
      ] as JsonObject[];
      return [key, { key, title, icon: '', schema: { ...schema, owKind: key } }];
    }),
  );
  const options = {
    language: locale,
    i18n: { 'zh-CN': { ...chinese } },
    noAlerts: true,
    noNewEdit: true,
    noDefaultSubmitButton: true,
    builder: { ...none, fields: { title: input.title, default: true, weight: 0, components } },
  };
  const translator = new MutationObserver((changes) => {
    // Whatever was put in, and only that: a large form is put in by its parts, thousands of them.
    const added = new Set<Element>();
    for (const { addedNodes } of changes)
      for (const node of addedNodes) if (node instanceof Element && node.isConnected) added.add(node);
    for (const part of added) if (!isInside(part, added)) tidy(part, locale);
  });
  translator.observe(element, { childList: true, subtree: true });
  const builder = new Canvas(element, prepareForm(form, 'zh-CN') as never, options as never) as unknown as {
    readonly ready: Promise<unknown>;
    readonly instance: BuilderInstance;
  };
  await builder.ready;
  const { instance } = builder;
  const names: Names = { opened: keysIn(form.components), given: new Map() };
  instance.editComponent = (component) => input.onEdit(nameOf(component, names));
  // Only what a person did counts: the builder also tells of changes that it makes itself.
  let acted = false;
  for (const event of ['addComponent', 'moveComponent', 'removeComponent'])
    instance.on(event, () => {
      acted = true;
    });
  instance.on('change', () => {
    if (!acted) return;
    acted = false;
    const keys = input.onArrange(placesOf(instance.form.components, names));
    for (const [key, name] of keys) names.given.set(key.slice(NEW.length), name);
  });
  tidy(element, locale);
  return {
    close: () => {
      translator.disconnect();
      instance.destroy(true);
      element.replaceChildren();
    },
  };
}

/** Before a key that the canvas made and the form has not seen: the form may have the same one for something else. */
const NEW = '+';

interface Names {
  /** Keys of the form as it was opened. */
  readonly opened: ReadonlySet<string>;
  /** Key of the canvas → key in the form, for what was dragged in since. */
  readonly given: Map<string, string>;
}

function nameOf(component: JsonObject, { opened, given }: Names): string {
  const key = String(component['key']);
  return given.get(key) ?? (opened.has(key) ? key : `${NEW}${key}`);
}

function keysIn(components: unknown, keys = new Set<string>()): Set<string> {
  for (const component of Array.isArray(components) ? components.filter(isObject) : []) {
    keys.add(String(component['key']));
    keysIn(component['components'], keys);
    const columns: unknown = component['columns'];
    for (const column of Array.isArray(columns) ? columns.filter(isObject) : [])
      keysIn(column['components'], keys);
  }
  return keys;
}

/** What stands on the canvas, by the keys of the form. */
function placesOf(components: unknown, names: Names): CanvasPlace[] {
  if (!Array.isArray(components)) return [];
  return components.filter(isObject).map((component) => {
    const kind = component['owKind'];
    const columns = component['columns'];
    return {
      key: nameOf(component, names),
      type: String(component['type']),
      ...(typeof kind === 'string' ? { kind } : {}),
      ...(Array.isArray(component['components'])
        ? { components: placesOf(component['components'], names) }
        : {}),
      ...(Array.isArray(columns)
        ? {
            columns: columns.map((column: unknown) =>
              placesOf(isObject(column) ? column['components'] : [], names),
            ),
          }
        : {}),
    };
  });
}

function isInside(part: Element, others: ReadonlySet<Element>): boolean {
  for (let at = part.parentElement; at !== null; at = at.parentElement) if (others.has(at)) return true;
  return false;
}

/** Form.io's templates carry English words and roles that are not what they say. */
function tidy(element: Element, locale: Locale): void {
  const find = (selector: string) => [
    ...(element.matches(selector) ? [element] : []),
    ...element.querySelectorAll(selector),
  ];
  for (const part of find('[role="tablist"], .drag-and-drop-alert')) part.removeAttribute('role');
  for (const part of find('.builder-sidebar_search:not([aria-label])'))
    part.setAttribute('aria-label', part.getAttribute('placeholder') ?? '');
  if (locale !== 'zh-CN') return;
  const table: Readonly<Record<string, string>> = words;
  for (const part of find('[aria-label]')) {
    const chineseWords = table[part.getAttribute('aria-label') ?? ''];
    if (chineseWords !== undefined) part.setAttribute('aria-label', chineseWords);
  }
}
