import { isCalendarDay } from '../formats/checkDate.ts';
import { checkFormat, isFormat } from '../formats/checkFormat.ts';
import { isObject, type JsonObject } from '../model/formDefinition.ts';
import type { Field } from '../model/readFields.ts';
import { matchPattern } from '../sanitise/matchPattern.ts';
import type { Breach, MessageKey } from './describeProblem.ts';
import { formatOf } from './shapeValue.ts';

/** What is wrong with a visible field at submit; its value is in normal form already. null: nothing. */
export function checkValue(field: Field, value: unknown): Breach | null {
  const validate = isObject(field.component['validate']) ? field.component['validate'] : {};
  if (isEmpty(value)) return validate['required'] === true ? { rule: emptyRule(field) } : null;
  if (typeof value === 'string' && field.type !== 'radio' && field.type !== 'select')
    return checkText(field, validate, value);
  if (typeof value === 'number') return checkNumber(field.component, validate, value);
  if (Array.isArray(value))
    return checkCount(validate, value.length, field.kind === 'rows' ? 'Rows' : 'Choices');
  if (isObject(value))
    return checkCount(validate, Object.values(value).filter((on) => on === true).length, 'Choices');
  return null;
}

function isEmpty(value: unknown): boolean {
  if (value === undefined || value === false) return true;
  return isObject(value) && Object.values(value).every((entry) => entry === false);
}

function emptyRule(field: Field): MessageKey {
  if (field.kind === 'rows') return 'requiredRows';
  if (field.type === 'checkbox') return 'requiredTick';
  if (field.type === 'file') return 'requiredFile';
  return ['radio', 'select', 'selectboxes'].includes(field.type) ? 'requiredChoice' : 'required';
}

function checkText(field: Field, validate: JsonObject, text: string): Breach | null {
  const minimum = bound(validate['minLength']);
  if (minimum !== null && text.length < minimum) return { rule: 'minLength', limit: minimum };
  const format =
    field.type === 'date' ? 'date' : field.type === 'phoneNumber' ? 'phone' : formatOf(field.component);
  const pattern = validate['pattern'];
  // The format says more than the pattern (check digits), so it is asked first.
  if (isFormat(format)) {
    const broken = checkFormat(format, text);
    if (broken !== null) return { rule: broken };
    const beyond = isCalendarDay(text) ? checkDayLimits(field.component, validate, text) : null;
    if (beyond !== null) return beyond;
  }
  if (field.type === 'email' && !/^[^\s@"<>(),;:\\]{1,64}@[A-Za-z0-9-]+(\.[A-Za-z0-9-]+)+$/.test(text))
    return { rule: 'email' };
  return typeof pattern === 'string' && pattern !== '' && !matchPattern(pattern, text)
    ? { rule: 'pattern' }
    : null;
}

function checkDayLimits(component: JsonObject, validate: JsonObject, day: string): Breach | null {
  const picker = isObject(component['datePicker']) ? component['datePicker'] : {};
  const [from, to] = [validate['minDate'] ?? picker['minDate'], validate['maxDate'] ?? picker['maxDate']];
  if (typeof from === 'string' && isCalendarDay(from) && day < from) return { rule: 'minDate', limit: from };
  if (typeof to === 'string' && isCalendarDay(to) && day > to) return { rule: 'maxDate', limit: to };
  return null;
}

function checkNumber(component: JsonObject, validate: JsonObject, value: number): Breach | null {
  const [minimum, maximum, decimals] = [
    bound(validate['min']),
    bound(validate['max']),
    bound(component['decimalLimit']),
  ];
  if (minimum !== null && value < minimum) return { rule: 'min', limit: minimum };
  if (maximum !== null && value > maximum) return { rule: 'max', limit: maximum };
  if ((validate['integer'] === true || decimals === 0) && !Number.isInteger(value))
    return { rule: 'integer' };
  return decimals !== null && decimalsOf(value) > decimals ? { rule: 'decimals', limit: decimals } : null;
}

function decimalsOf(value: number): number {
  const [mantissa = '', exponent = '0'] = String(value).split('e');
  return Math.max(0, (mantissa.split('.')[1]?.length ?? 0) - Number(exponent));
}

function checkCount(validate: JsonObject, count: number, what: 'Rows' | 'Choices'): Breach | null {
  const minimum = bound(what === 'Rows' ? validate['minLength'] : validate['minSelectedCount']);
  const maximum = bound(what === 'Rows' ? validate['maxLength'] : validate['maxSelectedCount']);
  if (minimum !== null && count < minimum) return { rule: `min${what}`, limit: minimum };
  return maximum !== null && count > maximum ? { rule: `max${what}`, limit: maximum } : null;
}

function bound(value: unknown): number | null {
  const number = typeof value === 'string' && value.trim() !== '' ? Number(value) : value;
  return typeof number === 'number' && Number.isFinite(number) ? number : null;
}
