import allowed from '../../data/allowedProperties.json' with { type: 'json' };
import { isObject, type JsonObject } from '../model/formDefinition.ts';

/** What is wrong with the condition of a component (the name that does not fit), or null. `fields`: data paths of the form. */
export function findBadCondition(component: JsonObject, fields: ReadonlySet<string>): string | null {
  const conditional = component['conditional'];
  if (!isObject(conditional)) return null;
  const { show, when, eq, conjunction, conditions } = conditional;
  if (when) {
    if (typeof when !== 'string' || !fields.has(when)) return String(when);
    if (!isScalar(eq)) return 'eq';
    if (![true, false, 'true', 'false'].includes(show as boolean | string)) return 'show';
  }
  if (conditions === undefined || conditions === null || conditions === '') return null;
  if (!Array.isArray(conditions) || conditions.length > 20) return 'conditions';
  if (conditions.length > 0 && conjunction !== 'all' && conjunction !== 'any') return 'conjunction';
  for (const condition of conditions) {
    if (!isObject(condition)) return 'conditions';
    if (typeof condition['component'] !== 'string' || !fields.has(condition['component']))
      return String(condition['component']);
    if (!allowed.conditionOperators.includes(String(condition['operator'])))
      return String(condition['operator']);
    if (!isScalar(condition['value'])) return 'value';
  }
  return null;
}

function isScalar(value: unknown): boolean {
  return value === undefined || value === null || ['string', 'number', 'boolean'].includes(typeof value);
}
