import type { Limit } from '@onewindow/clocks';
import type { Check } from '@onewindow/processes';
import { type CaseFacts, readSource } from '../licenses/readSource.ts';

/**
 * The interval of a check: the pack's own, or that of the value which the deciding field has. Undefined where no row fits
 * and the pack names no other, and where the case does not have the field.
 */
export function intervalOf(every: Check['every'], facts: CaseFacts): Limit | undefined {
  if (!('by' in every)) return every;
  const value = readSource(facts, every.by);
  if (value === undefined || value === null) return undefined;
  const chosen = (Array.isArray(value) ? value : [value]).map(String);
  const row = every.table.find(({ values }) => values.some((entry) => chosen.includes(entry)));
  return row?.every ?? every.otherwise;
}
