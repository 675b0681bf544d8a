import { isObject, type JsonObject, type Locale, type Text } from './formDefinition.ts';

/** One choice of a select, radio or select boxes. */
export interface Option {
  readonly value: string;
  readonly label: Text;
}

/** Label (or title) of a component; the key where there is none. */
export function readLabel(component: JsonObject): Text {
  const zh = firstText(component['label'], component['title'], component['key']);
  return { 'zh-CN': zh, en: english(component) ?? zh };
}

/** Declared choices of a component, values as text. */
export function readOptions(component: JsonObject): Option[] {
  const data = isObject(component['data']) ? component['data'] : {};
  const declared = component['type'] === 'select' ? data['values'] : component['values'];
  if (!Array.isArray(declared)) return [];
  return declared.filter(isObject).map((option) => {
    const value = String(option['value'] ?? '');
    const zh = firstText(option['label'], value);
    const own = typeof option['en'] === 'string' && option['en'] !== '' ? option['en'] : undefined;
    return { value, label: { 'zh-CN': zh, en: own ?? english(component, value) ?? zh } };
  });
}

/** English of a part of a component (`en.<part>` or `en:<part>` of its properties), undefined where missing. */
export function english(component: JsonObject, part?: string): string | undefined {
  const properties = isObject(component['properties']) ? component['properties'] : {};
  const names = part === undefined ? ['en'] : [`en.${part}`, `en:${part}`];
  const found = names
    .map((name) => properties[name])
    .find((value) => typeof value === 'string' && value !== '');
  return found as string | undefined;
}

/** The text in the language asked for. */
export function inLocale(text: Text, locale: Locale): string {
  return text[locale];
}

function firstText(...candidates: unknown[]): string {
  const found = candidates.find((candidate) => typeof candidate === 'string' && candidate !== '');
  return typeof found === 'string' ? found : '';
}
