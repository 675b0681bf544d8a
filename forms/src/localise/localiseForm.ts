import { type FormDefinition, isObject, type JsonObject, type Locale } from '../model/formDefinition.ts';
import { english, readOptions } from '../model/readLabels.ts';

const translated = [
  'description',
  'tooltip',
  'placeholder',
  'prefix',
  'suffix',
  'addAnother',
  'customMessage',
];

/**
 * The form with its texts in the language asked for (`properties.en`, `en.<part>` of each component). Chinese, the base,
 * is returned unchanged; a text without English stays Chinese.
 */
export function localiseForm(form: FormDefinition, locale: Locale): FormDefinition {
  if (locale === 'zh-CN') return form;
  const title = english(form) ?? form['title'];
  return { ...form, title, components: localiseAll(form.components) };
}

function localiseAll(components: unknown): unknown[] {
  return Array.isArray(components)
    ? components.map((entry) => (isObject(entry) ? localise(entry) : entry))
    : [];
}

function localise(component: JsonObject): JsonObject {
  const label = english(component);
  const changed: Record<string, unknown> = { ...component };
  if (label !== undefined) {
    if ('label' in component) changed['label'] = label;
    if ('title' in component) changed['title'] = label;
    if ('legend' in component) changed['legend'] = label;
  }
  for (const part of translated) {
    const text = english(component, part);
    if (text !== undefined) changed[part] = text;
  }
  const statement = english(component, 'statement');
  if (statement !== undefined)
    changed['properties'] = {
      ...(isObject(component['properties']) ? component['properties'] : {}),
      statement,
    };
  const html = english(component, 'content');
  if (html !== undefined) changed['html'] = html;
  const options = readOptions(component).map(({ value, label: text }) => ({ value, label: text.en }));
  if (Array.isArray(component['values'])) changed['values'] = options;
  if (component['type'] === 'select' && isObject(component['data']))
    changed['data'] = { ...component['data'], values: options };
  if (Array.isArray(component['components'])) changed['components'] = localiseAll(component['components']);
  if (Array.isArray(component['columns'])) {
    changed['columns'] = component['columns'].map((column) =>
      isObject(column) ? { ...column, components: localiseAll(column['components']) } : column,
    );
  }
  return changed;
}
