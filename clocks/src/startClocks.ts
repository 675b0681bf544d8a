import type { BusinessHours } from './businessHours.ts';
import type { ClockInput, ClockKind, Thresholds } from './clockInput.ts';
import { hasDue, type Limit } from './limit.ts';
import type { RuleSet } from './ruleSets.ts';

interface ClockOptions {
  readonly businessHours?: BusinessHours | undefined;
  readonly thresholds?: Thresholds | undefined;
}

/** A clock of `kind` from `startAt`; null when the limit is missing or `none`. */
export function startClock(
  kind: ClockKind,
  limit: Limit | undefined,
  startAt: Date,
  { businessHours, thresholds }: ClockOptions = {},
): ClockInput | null {
  if (!limit || !hasDue(limit)) return null;
  return {
    kind,
    limit,
    startAt,
    ...(businessHours ? { businessHours } : {}),
    ...(thresholds ? { thresholds } : {}),
  };
}

/** Receipt 收件 starts the acceptance clock: 5 working days by art. 32; null where the rule set has none. */
export function acceptanceClock(
  ruleSet: RuleSet,
  receivedAt: Date,
  options?: ClockOptions,
): ClockInput | null {
  return startClock('acceptance', ruleSet.acceptance?.limit, receivedAt, options);
}

/** The decision starts the delivery clock (art. 44: 10 working days) … */
export function deliveryClock(ruleSet: RuleSet, decidedAt: Date, options?: ClockOptions): ClockInput | null {
  return startClock('delivery', ruleSet.delivery?.limit, decidedAt, options);
}

/** … and, where the item is public, the publication clock (双公示, 7 working days). */
export function publicationClock(
  ruleSet: RuleSet,
  decidedAt: Date,
  options?: ClockOptions,
): ClockInput | null {
  return startClock('publication', ruleSet.publication?.limit, decidedAt, options);
}
