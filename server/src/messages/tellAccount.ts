import type { CaseChange } from '../cases/changeCase.ts';

/** Owes the holder of the account a message about what just happened; a case from the window has no account and owes none. */
export function tellAccount(
  change: CaseChange,
  notice:
    | 'received'
    | 'accepted'
    | 'notAccepted'
    | 'supplementRequested'
    | 'preparedForYou'
    | 'feeDue'
    | 'feeMore'
    | 'feeBack'
    | 'materialsAsked',
  /** What the text names beside the facts of the case. */
  values: Readonly<Record<string, string>> = {},
): void {
  if (change.subject.account === undefined) return;
  change.outbox({ destination: 'notices', type: 'sendNotice', payload: { ...values, notice } });
}
