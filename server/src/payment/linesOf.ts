import type { EntitlementDocument, Owed } from './model.ts';
import { laterPeriod, never, type Period } from './period.ts';
import { isInForce } from './suspensionRules.ts';

/** A payment as a list names it. */
export interface Payment {
  kind: 'period' | Owed['kind'];
  period: Period;
  amountFen: number;
}

/**
 * What the list of a period pays to an entitlement: the period, earlier ones that no list has paid, arrears and payments
 * that the bank returned; what a suspension holds back is noted. Changes `entitlement`: the list has dealt with it.
 */
export function takePayments(entitlement: EntitlementDocument, listed: Period): Payment[] {
  const { periodKind, amountFen } = entitlement;
  const payments: Payment[] = entitlement.owed;
  entitlement.owed = [];
  while (entitlement.nextPeriod <= listed && !isOver(entitlement)) {
    const period = entitlement.nextPeriod;
    entitlement.nextPeriod = laterPeriod(periodKind, period);
    if (isHeldBack(entitlement, period)) entitlement.held.push(period);
    else payments.push({ kind: period === listed ? 'period' : 'arrears', period, amountFen });
    if (periodKind === 'once' && payments.length > 0) entitlement.lastPeriod = period;
  }
  entitlement.dueFrom = isOver(entitlement) ? never : laterPeriod(periodKind, listed);
  return payments;
}

/** Whether no period is left to pay. */
export function isOver({ lastPeriod, nextPeriod }: EntitlementDocument): boolean {
  return lastPeriod !== undefined && nextPeriod > lastPeriod;
}

function isHeldBack({ suspensions }: EntitlementDocument, period: Period): boolean {
  return suspensions.some((suspension) => isInForce(suspension) && suspension.fromPeriod <= period);
}
