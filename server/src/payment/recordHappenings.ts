import type { CaseChange } from '../cases/changeCase.ts';
import { yuanOf } from './fen.ts';
import type { Happening } from './suspensionRules.ts';

/** Writes what the suspensions of a benefit did into the audit of its case, and owes the notices. */
export function recordHappenings(options: {
  change: CaseChange;
  happenings: readonly Happening[];
  amountFen: number;
}): void {
  const { change, happenings, amountFen } = options;
  for (const one of happenings) {
    const { ground } = one;
    if (one.type === 'announced') {
      change.event('suspensionAnnounced', { ground, day: one.effectiveOn });
      change.event('noticeSent', { notice: one.notice, effectKey: `${one.notice}:${one.effectiveOn}` });
      change.outbox({ destination: 'notices', type: 'sendNotice', payload: { notice: one.notice } });
    } else if (one.type === 'withdrawn') change.event('suspensionWithdrawn', { ground });
    else if (one.type === 'suspended') change.event('benefitSuspended', { ground, period: one.fromPeriod });
    else if (one.type === 'resumed')
      change.event('benefitResumed', {
        ground,
        arrears: one.arrears.length,
        amount: yuanOf(one.arrears.length * amountFen),
        forfeited: one.forfeited.length,
      });
    else change.event('benefitEnded', { ground: 'suspendedTooLong', day: one.on, overpaid: '0.00' });
  }
}
