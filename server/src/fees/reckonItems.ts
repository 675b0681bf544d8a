import { type Fee, type FeeMoment, parseSource } from '@onewindow/processes';
import { conditionHolds, type Variables } from '../catalog/conditionHolds.ts';
import { AppError } from '../errors/appError.ts';
import type { BillItem } from './model.ts';

/** Most units of one factor, and most fen of one item: products stay far within whole numbers that are exact. */
const mostUnits = 1_000_000;
const mostFen = 100_000_000_000;

/**
 * The fees of a pack that this case owes before an act, in fen: for each unit its amount, as many units as the product of
 * the named values, each rounded up to a whole number; nothing where the situation exempts it. `read` gives the value of a
 * source of the pack.
 * Throws AppError `feeQuantityUnreadable` for a value that is no number above nothing, or too large.
 */
export function reckonItems(options: {
  fees: readonly Fee[];
  due: FeeMoment;
  variables: Variables;
  read: (source: string) => unknown;
}): BillItem[] {
  const { fees, due, variables, read } = options;
  return fees.flatMap((fee) => {
    const { key, amountFen, when, exemptions } = fee;
    if (key === undefined || amountFen === undefined || fee.due !== due) return [];
    if (when !== undefined && !conditionHolds(when, variables)) return [];
    const exempt = exemptions.find((entry) => conditionHolds(entry.when, variables));
    const quantity = fee.quantity
      .map((source) => unitsOf(read(source), fee.name['zh-CN'], source))
      .reduce((product, units) => product * units, 1);
    const totalFen = amountFen * quantity;
    if (!Number.isSafeInteger(totalFen) || totalFen > mostFen) throw unreadable(fee.name['zh-CN'], '');
    const item: BillItem = {
      key,
      name: fee.name,
      amountFen,
      unit: fee.unit,
      quantity,
      totalFen: exempt === undefined ? totalFen : 0,
      cite: fee.cite,
      refundOn: fee.refundOn,
    };
    if (exempt !== undefined) item.exemption = { key: exempt.key, name: exempt.name, cite: exempt.cite };
    return [item];
  });
}

/** A number of units, what is begun counted as a whole one. */
function unitsOf(value: unknown, name: string, source: string): number {
  const units = Math.ceil(
    typeof value === 'string' ? Number(value.trim() || Number.NaN) : Number(value ?? Number.NaN),
  );
  if (!Number.isSafeInteger(units) || units < 1 || units > mostUnits) throw unreadable(name, source);
  return units;
}

function unreadable(name: string, source: string): AppError {
  const field = source === '' ? '' : parseSource(source).pointer.slice(1);
  return new AppError('feeQuantityUnreadable', { params: { name, field } });
}
