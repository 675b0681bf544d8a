/** A decision with its reason, as far as it can be compared: the listed reason that was chosen, and the words. */
export interface ReasonedDecision {
  kind: 'grant' | 'refuse';
  reason: string;
  /** Value of the form's `reasonCode`; absent where the item lists no reasons or none was chosen. */
  reasonCode?: string | undefined;
}

/**
 * Whether a decision repeats one that was taken away: the same kind, for the same listed reason whatever its words, or,
 * where one of the two names none, in the same words. Two listed reasons that differ are different reasons, unless the
 * words are the same. Whether other words tell other facts is for the officer and the court.
 */
export function isSameDecision(barred: ReasonedDecision, made: ReasonedDecision): boolean {
  if (barred.kind !== made.kind) return false;
  if (plain(barred.reason) === plain(made.reason)) return true;
  return barred.reasonCode !== undefined && barred.reasonCode === made.reasonCode;
}

/** Without what changes no sense: spaces and punctuation. */
function plain(reason: string): string {
  return reason.replaceAll(/[\s\p{P}]/gu, '');
}
