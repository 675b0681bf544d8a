import { ClockError } from './ClockError.ts';
import type { Calendar } from './calendarSchema.ts';
import type { ClockInput, Extension } from './clockInput.ts';
import { formatLimit, type Limit } from './limit.ts';
import { extensionValue, reckon } from './reckon.ts';
import { minuteOf, minuteText } from './shanghaiTime.ts';

/** What the item's rule set allows; `times` defaults to once (art. 42). */
export interface ExtensionLimits {
  readonly maximum: Limit;
  readonly times?: number;
}

/**
 * Checks an extension before it is granted. Throws `clockStopped`, `extensionUnit` (not the clock's own unit),
 * `extensionOverMaximum`, `extensionTwice`, `extensionTooLate` (requested at or after the due instant).
 */
export function assertExtensible(
  clock: ClockInput,
  extension: Extension,
  rule: ExtensionLimits,
  calendar: Calendar,
): void {
  const requested = minuteOf(extension.requestedAt);
  if (clock.stoppedAt && requested >= minuteOf(clock.stoppedAt)) throw new ClockError('clockStopped');
  const value = extensionValue(extension, clock);
  const { maximum, times = 1 } = rule;
  if (!('value' in maximum) || maximum.unit !== clock.limit.unit) {
    throw new ClockError('extensionUnit', { limit: formatLimit(clock.limit) });
  }
  if (value > maximum.value) throw new ClockError('extensionOverMaximum', { maximum: formatLimit(maximum) });
  if ((clock.extensions?.length ?? 0) >= times) throw new ClockError('extensionTwice', { times });
  const { dueMinute, openFrom } = reckon(clock, calendar, requested);
  if (openFrom !== null && requested >= openFrom) return;
  if (requested >= dueMinute) {
    throw new ClockError('extensionTooLate', {
      requested: minuteText(requested),
      due: minuteText(dueMinute),
    });
  }
}

/** The clock with the extension granted; checks as `assertExtensible` and marks it admitted. */
export function extendClock(
  clock: ClockInput,
  extension: Extension,
  rule: ExtensionLimits,
  calendar: Calendar,
): ClockInput {
  assertExtensible(clock, extension, rule, calendar);
  return { ...clock, extensions: [...(clock.extensions ?? []), { ...extension, admitted: true }] };
}
