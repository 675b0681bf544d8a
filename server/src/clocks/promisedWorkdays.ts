import { hasDue, parseLimit } from '@onewindow/clocks';
import type { ClockDocument } from './model.ts';

/** Working days that a clock gives, lawful extensions included; undefined where its limit is in another unit. */
export function promisedWorkdays({
  limit,
  extensions,
}: Pick<ClockDocument, 'limit' | 'extensions'>): number | undefined {
  const parsed = parseLimit(limit);
  if (!hasDue(parsed) || !('value' in parsed) || parsed.unit !== 'workday') return undefined;
  return parsed.value + (extensions ?? []).reduce((sum, { amount }) => sum + amount, 0);
}
