import allowed from '../../data/allowedProperties.json' with { type: 'json' };
import { isFormat } from '../formats/checkFormat.ts';
import { isObject, type JsonObject } from '../model/formDefinition.ts';
import { readOptions } from '../model/readLabels.ts';
import { isEmptySetting } from './isEmptySetting.ts';
import { describeFinding, refusedConstructs, type UnsafeFinding } from './unsafeFinding.ts';

const MAX_CHOICES = 500;
const types: Readonly<Record<string, readonly string[]>> = allowed.types;
/** Named with a reason of their own already. */
const namedElsewhere = new Set(
  refusedConstructs.flatMap((row) => (row.path === undefined ? [] : [row.path.replace('form:', '')])),
);
const withoutLabel = new Set(['panel', 'fieldset', 'columns', 'well', 'content', 'container']);

/** Types that a form may use. */
export const allowedTypes: readonly string[] = Object.keys(types);

/** Whether a pattern is harmless (`isSafePattern`). */
export type PatternCheck = (pattern: string) => boolean;

/** Unknown type or properties, wrong kinds of values, bad choices, unsafe patterns of one component (or of the form). */
export function findBadSettings(
  component: JsonObject,
  type: string,
  path: string,
  isSafePattern: PatternCheck,
): UnsafeFinding[] {
  const key = typeof component['key'] === 'string' ? component['key'] : '';
  const found: UnsafeFinding[] = [];
  const add = (code: string, name = '') => {
    found.push(describeFinding(code, path, key, name));
  };
  if (type === 'form') return findUnknown(component, allowed.form, '', path, key);
  const own = Object.hasOwn(types, type) ? types[type] : undefined;
  if (own === undefined) return [describeFinding('unknownType', path, key, type)];
  found.push(...findUnknown(component, [...allowed.everyComponent, ...own], '', path, key));
  for (const part of ['validate', 'conditional', 'data'] as const) {
    const value = component[part];
    if (isObject(value)) found.push(...findUnknown(value, allowed[part], `${part}.`, path, key));
    else if (!isEmptySetting(value)) add('badProperty', part);
  }
  const label = component['label'] ?? component['title'];
  if (!withoutLabel.has(type) && 'label' in component && (typeof label !== 'string' || label.trim() === ''))
    add('noLabel');
  if (type === 'columns' && Array.isArray(component['columns'])) {
    for (const column of component['columns']) {
      if (isObject(column)) found.push(...findUnknown(column, allowed.column, 'columns.', path, key));
    }
  }
  found.push(...findBadValidate(component, path, key, isSafePattern));
  const format = isObject(component['properties']) ? component['properties']['format'] : undefined;
  if (format !== undefined && !isFormat(format)) add('unknownFormat', String(format));
  for (const name of badTradeSettings(component)) add('badProperty', `properties.${name}`);
  if (['radio', 'select', 'selectboxes'].includes(type))
    found.push(...findBadChoices(component, type, path, key));
  return found;
}

/** Settings of trade fields that are not written as they must be. */
function badTradeSettings(component: JsonObject): string[] {
  const properties = isObject(component['properties']) ? component['properties'] : {};
  const forms: Readonly<Record<string, RegExp>> = {
    workdaysAhead: /^\d{1,3}$/,
    licenseTypes: /^[a-z][A-Za-z0-9]*(\s*,\s*[a-z][A-Za-z0-9]*)*$/,
    signature: /^true$/,
  };
  return Object.entries(forms).flatMap(([name, form]) => {
    const value = properties[name];
    return isEmptySetting(value) || form.test(String(value)) ? [] : [name];
  });
}

function findUnknown(
  holder: JsonObject,
  known: readonly string[],
  prefix: string,
  path: string,
  key: string,
): UnsafeFinding[] {
  return Object.entries(holder)
    .filter(
      ([name, value]) =>
        !known.includes(name) && !namedElsewhere.has(prefix + name) && !isEmptySetting(value),
    )
    .map(([name]) => describeFinding('unknownProperty', path, key, prefix + name));
}

const numeric = ['minLength', 'maxLength', 'min', 'max', 'step', 'minSelectedCount', 'maxSelectedCount'];

function findBadValidate(
  component: JsonObject,
  path: string,
  key: string,
  isSafePattern: PatternCheck,
): UnsafeFinding[] {
  const validate = isObject(component['validate']) ? component['validate'] : {};
  const found = numeric
    .filter((name) => !isEmptySetting(validate[name]) && validate[name] !== 'any')
    .filter((name) => {
      const value = validate[name];
      return !(typeof value === 'number' || (typeof value === 'string' && /^-?\d+(\.\d+)?$/.test(value)));
    })
    .map((name) => describeFinding('badProperty', path, key, `validate.${name}`));
  const pattern = validate['pattern'];
  if (!isEmptySetting(pattern) && (typeof pattern !== 'string' || !isSafePattern(pattern))) {
    found.push(describeFinding('unsafePattern', path, key));
  }
  return found;
}

function findBadChoices(component: JsonObject, type: string, path: string, key: string): UnsafeFinding[] {
  const data = isObject(component['data']) ? component['data'] : {};
  const declared = type === 'select' ? data['values'] : component['values'];
  const raw = Array.isArray(declared) ? declared : [];
  if (raw.length > MAX_CHOICES) return [describeFinding('tooLarge', path, key)];
  const options = readOptions(component);
  const values = new Set(options.map((option) => option.value));
  const right =
    options.length > 0 &&
    options.length === raw.length &&
    values.size === raw.length &&
    options.every(
      ({ value, label }) =>
        /^[^\s.[\]/~]{1,100}$/.test(value) && label['zh-CN'] !== '' && !(value in Object.prototype),
    );
  const found = right ? [] : [describeFinding('badChoices', path, key)];
  for (const option of raw.filter(isObject))
    found.push(...findUnknown(option, allowed.option, 'values.', path, key));
  return found;
}
