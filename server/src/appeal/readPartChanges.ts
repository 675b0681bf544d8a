import type { AppContext } from '../app/appContext.ts';
import type { CaseChange } from '../cases/changeCase.ts';
import { AppError } from '../errors/appError.ts';
import { fenOf } from '../payment/fen.ts';
import { type DecisionPart, partsOfDecision } from './partsOfDecision.ts';

/** A part as the officer copies it from the paper: its key, and what it says from now on. */
export interface PartChange {
  key: string;
  /** Empty: the part falls away, which only a revocation in part does. */
  after: string;
}

export interface ChangedPart extends PartChange, Pick<DecisionPart, 'label'> {
  before: string;
}

/**
 * The changed parts with what they said before, checked against the decision as it stands.
 * Throws AppError `appealPartsMissing` (none, or none that changes), `appealPartUnknown`, `appealPartInvalid` (a day or an
 * amount that is none, or a part that cannot fall away), `paymentAmountUnreadable`.
 */
export async function readPartChanges(
  app: AppContext,
  change: CaseChange,
  outcome: 'changed' | 'revokedInPart',
  wanted: readonly PartChange[],
): Promise<ChangedPart[]> {
  const known = new Map(
    (await partsOfDecision(app, change.subject, change.session)).map((part) => [part.key, part]),
  );
  const parts = wanted.map(({ key, after }) => {
    const part = known.get(key);
    if (part === undefined) throw new AppError('appealPartUnknown', { params: { part: key } });
    requireFit(part, after, outcome);
    return { key, label: part.label, before: part.value, after };
  });
  const changed = parts.filter(({ before, after }) => before !== after);
  if (changed.length === 0) throw new AppError('appealPartsMissing');
  return changed;
}

function requireFit(part: DecisionPart, after: string, outcome: 'changed' | 'revokedInPart'): void {
  const { key, label } = part;
  const refuse = () =>
    new AppError('appealPartInvalid', { params: { part: label['zh-CN'], partEn: label.en } });
  if (key === 'license.validTo' && !/^\d{4}-\d{2}-\d{2}$/.test(after)) throw refuse();
  if (key === 'benefit.amount') fenOf(after);
  if (after === '' && outcome === 'changed') throw refuse();
}
