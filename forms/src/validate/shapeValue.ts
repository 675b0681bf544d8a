import { isFormat } from '../formats/checkFormat.ts';
import { isObject, type JsonObject } from '../model/formDefinition.ts';
import type { Field } from '../model/readFields.ts';
import { readOptions } from '../model/readLabels.ts';
import type { Breach } from './describeProblem.ts';

/** A value in its one normal form (undefined: empty), or what is wrong with its kind. */
export type Shaped = { readonly value: unknown } | { readonly breach: Breach };

/** Most characters of a text whose form states no `maxLength`. */
export const textLimits: Readonly<Record<string, number>> = {
  textarea: 10_000,
  email: 254,
  phoneNumber: 30,
  date: 10,
};
const DEFAULT_TEXT_LIMIT = 1_000;
/** Most files of one field. */
const MAX_FILES = 50;

/** Brings a value into the normal form of its type: the one place that decides which JSON a field may hold. */
export function shapeValue(field: Field, raw: unknown): Shaped {
  if (raw === undefined || raw === null || raw === '') return { value: undefined };
  switch (field.type) {
    case 'number':
      return typeof raw === 'number' && Number.isFinite(raw) && Math.abs(raw) <= 1e15
        ? { value: raw }
        : { breach: { rule: 'type.number' } };
    case 'checkbox':
      return typeof raw === 'boolean' ? { value: raw } : { breach: { rule: 'type.boolean' } };
    case 'radio':
      return shapeChoice(field.component, raw);
    case 'select':
      return field.component['multiple'] === true
        ? shapeChoices(field.component, raw)
        : shapeChoice(field.component, raw);
    case 'selectboxes':
      return shapeBoxes(field.component, raw);
    case 'file':
      return shapeFiles(raw);
    default:
      return shapeText(field, raw);
  }
}

function shapeText(field: Field, raw: unknown): Shaped {
  if (typeof raw !== 'string') return { breach: { rule: 'type.text' } };
  // Controls, unpaired surrogates and the marks that reverse the direction of text never belong into a record.
  const forbidden = /[^\P{Cc}\t\r\n]|[\u202a-\u202e\u2066-\u2069]|\p{Surrogate}/u;
  if (forbidden.test(raw)) return { breach: { rule: 'characters' } };
  if (field.type !== 'textarea' && /[\r\n]/.test(raw)) return { breach: { rule: 'characters' } };
  const limit = textLimit(field);
  if (raw.length > limit) return { breach: { rule: 'maxLength', limit } };
  return { value: raw.trim() === '' ? undefined : raw };
}

/** Most UTF-16 units of a text field. */
export function textLimit(field: Field): number {
  const validate = isObject(field.component['validate']) ? field.component['validate'] : {};
  const stated = Number(validate['maxLength']);
  const usual = textLimits[field.type] ?? (isFormat(formatOf(field.component)) ? 40 : DEFAULT_TEXT_LIMIT);
  return Number.isInteger(stated) && stated > 0 ? Math.min(stated, 100_000) : usual;
}

/** `properties.format` of a component. */
export function formatOf(component: JsonObject): unknown {
  return isObject(component['properties']) ? component['properties']['format'] : undefined;
}

function shapeChoice(component: JsonObject, raw: unknown): Shaped {
  // The renderer turns "1" and "true" into number and boolean: compared as text, stored as declared.
  if (typeof raw === 'object') return { breach: { rule: 'type.choice' } };
  const chosen = readOptions(component).find((option) => option.value === String(raw));
  return chosen === undefined ? { breach: { rule: 'choice' } } : { value: chosen.value };
}

function shapeChoices(component: JsonObject, raw: unknown): Shaped {
  if (!Array.isArray(raw) || raw.length > 1_000) return { breach: { rule: 'type.choice' } };
  const shaped = raw.map((entry: unknown) => shapeChoice(component, entry));
  const wrong = shaped.find((entry) => 'breach' in entry);
  if (wrong !== undefined) return wrong;
  const values = new Set(shaped.map((entry) => ('value' in entry ? entry.value : undefined)));
  return { value: values.size === 0 ? undefined : [...values] };
}

function shapeBoxes(component: JsonObject, raw: unknown): Shaped {
  if (!isObject(raw)) return { breach: { rule: 'type.choice' } };
  const options = readOptions(component);
  const declared = new Set(options.map((option) => option.value));
  const entries = Object.entries(raw);
  if (entries.some(([, on]) => typeof on !== 'boolean')) return { breach: { rule: 'type.choice' } };
  if (entries.some(([value, on]) => on === true && !declared.has(value)))
    return { breach: { rule: 'choice' } };
  return {
    value: Object.fromEntries(
      options.map(({ value }) => [value, Object.hasOwn(raw, value) && raw[value] === true]),
    ),
  };
}

function shapeFiles(raw: unknown): Shaped {
  if (!Array.isArray(raw) || raw.length > MAX_FILES) return { breach: { rule: 'type.files' } };
  const files = raw.map(shapeFile);
  if (files.includes(null)) return { breach: { rule: 'type.files' } };
  return { value: files.length === 0 ? undefined : files };
}

function shapeFile(raw: unknown): JsonObject | null {
  if (!isObject(raw)) return null;
  const { id, name, size, mediaType } = raw;
  const right =
    typeof id === 'string' &&
    /^[A-Za-z0-9_-]{1,64}$/.test(id) &&
    typeof name === 'string' &&
    name.length > 0 &&
    name.length <= 255 &&
    !/[\p{Cc}/\\]/u.test(name) &&
    typeof size === 'number' &&
    Number.isSafeInteger(size) &&
    size >= 0 &&
    typeof mediaType === 'string' &&
    /^[a-z0-9.+-]{1,64}\/[a-z0-9.+-]{1,64}$/.test(mediaType);
  return right ? { id, name, size, mediaType } : null;
}
