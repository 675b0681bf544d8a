import { AppError } from '../../errors/appError.ts';
import { type Indicator, schemeOf } from '../schemes/schemeFile.ts';
import type { Fact } from '../scoring/facts.ts';
import { findSubject, type SubjectAsked } from './readSubject.ts';

/** Longest page. */
const most = 100;

/**
 * The facts behind a figure: what counts against first, then the latest. `counted` tells what appeals left of each.
 * Throws AppError `notFound`.
 */
export async function listFacts(asked: SubjectAsked & { indicator: string; offset: number }) {
  const { kind, indicator: id, offset } = asked;
  const indicator = schemeOf(kind).indicators.find((one) => one.id === id);
  if (indicator === undefined) throw new AppError('notFound');
  const { facts, adjustments } = await findSubject(asked);
  const effects = new Map(
    adjustments.filter((one) => one.indicator === id).map(({ key, effect }) => [key, effect]),
  );
  const all = [...(facts[id] ?? [])].sort(
    (one, other) =>
      Number(countsAgainst(indicator, other)) - Number(countsAgainst(indicator, one)) ||
      other.at.getTime() - one.at.getTime() ||
      (one.key < other.key ? -1 : 1),
  );
  return {
    total: all.length,
    against: all.filter((fact) => countsAgainst(indicator, fact)).length,
    items: all.slice(offset, offset + most).map((fact) => ({
      key: fact.key,
      kind: fact.kind,
      id: fact.id,
      no: fact.no,
      at: fact.at.toISOString(),
      against: countsAgainst(indicator, fact),
      above: fact.n ?? null,
      below: fact.of ?? null,
      cls: fact.cls ?? null,
      effect: effects.get(fact.key) ?? null,
    })),
    nextOffset: offset + most < all.length ? offset + most : null,
  };
}

/** Whether a fact lowers the figure. */
export function countsAgainst({ measure }: Pick<Indicator, 'measure'>, { good }: Fact): boolean {
  return measure === 'deduct' || (measure !== 'tally' && good === false);
}
