import type { EntitlementDocument, PaymentLineDocument } from './model.ts';
import type { Period } from './period.ts';
import type { ReclaimDocument } from './reclaimModel.ts';

/** A payment, or the part of one, that its benefit does not give. */
export interface Excess {
  line: PaymentLineDocument;
  /** Fen, more than none. */
  amountFen: number;
}

type Lines = readonly PaymentLineDocument[];
type Reclaims = readonly Pick<ReclaimDocument, 'state' | 'lines'>[];

/**
 * What a benefit owes for each period is what the period is worth less what was paid for it. Brings `owed` in line with
 * `amountFen` after the amount has changed: a period that got less is paid the difference, what was still to be paid for it
 * is paid by the new amount, and not at all where it has had as much. What was paid too much is left to {@link excessOf}.
 */
export function repriceOwed(entitlement: EntitlementDocument, lines: Lines, reclaims: Reclaims): void {
  const periods = new Set([...lines, ...entitlement.owed].map(({ period }) => period));
  for (const period of periods) {
    let less = -unpaidOf(entitlement, period, lines, reclaims);
    if (less < 0) entitlement.owed.push({ kind: 'arrears', period, amountFen: -less });
    for (const one of entitlement.owed.filter((owed) => owed.period === period).reverse()) {
      const taken = Math.max(0, Math.min(less, one.amountFen));
      one.amountFen -= taken;
      less -= taken;
    }
  }
  entitlement.owed = entitlement.owed.filter(({ amountFen }) => amountFen > 0);
}

/** Fen that a period is still worth beside what was paid and what is owed for it; less than none where that is more. */
export function unpaidOf(
  { amountFen, owed }: Pick<EntitlementDocument, 'amountFen' | 'owed'>,
  period: Period,
  lines: Lines,
  reclaims: Reclaims,
): number {
  const paid = lines
    .filter((line) => line.period === period)
    .reduce((sum, line) => sum + keptOf(line, reclaims), 0);
  const open = owed.filter((one) => one.period === period).reduce((sum, one) => sum + one.amountFen, 0);
  return amountFen - paid - open;
}

/**
 * What was paid for periods beyond what they are worth, of the latest payments first: what lists paid before the amount was
 * lowered. What is claimed back, came back or was let off is not in it.
 */
export function excessOf(
  { amountFen }: Pick<EntitlementDocument, 'amountFen'>,
  lines: Lines,
  reclaims: Reclaims,
): Excess[] {
  const found: Excess[] = [];
  for (const period of [...new Set(lines.map((line) => line.period))].sort()) {
    const own = lines.filter((line) => line.period === period);
    let beyond = own.reduce((sum, line) => sum + keptOf(line, reclaims), 0) - amountFen;
    for (const line of [...own].reverse()) {
      const part = Math.min(beyond, keptOf(line, reclaims));
      if (part <= 0) continue;
      found.push({ line, amountFen: part });
      beyond -= part;
    }
  }
  return found;
}

/** What the holder has of a payment and is not claimed back: nothing where the bank gave it back. */
function keptOf(line: PaymentLineDocument, reclaims: Reclaims): number {
  if (line.returned !== undefined) return 0;
  const claimed = reclaims
    .filter(({ state }) => state !== 'returned')
    .flatMap((reclaim) => reclaim.lines)
    .filter(({ lineId }) => lineId === line._id);
  return claimed.reduce((rest, { amountFen }) => rest - amountFen, line.amountFen);
}
