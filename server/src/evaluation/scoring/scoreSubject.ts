import type { Indicator } from '../schemes/schemeFile.ts';
import type { SchemeSetting } from '../schemes/schemeInForce.ts';
import type { FactSet } from './facts.ts';
import { type Figure, scoreFigure } from './scoreFigure.ts';

export interface Scored {
  /** Hundredths of a point; null where no figure counts. */
  score: number | null;
  figures: Figure[];
}

/**
 * The score of a subject: the mean of its figures by weight. What could not be measured falls away with its weight, so
 * that nobody gains or loses by what did not happen. Pure.
 */
export function scoreSubject(
  indicators: readonly Pick<Indicator, 'id' | 'measure'>[],
  setting: SchemeSetting,
  facts: FactSet,
  months: number,
): Scored {
  const figures = indicators.flatMap((indicator) => {
    const own = setting.indicators[indicator.id];
    if (own === undefined || own.weight === 0) return [];
    return [scoreFigure(indicator, own, facts[indicator.id] ?? [], months)];
  });
  return { score: totalOf(figures), figures };
}

/** Σ weight × points ÷ Σ weight, rounded to hundredths. */
export function totalOf(figures: readonly Pick<Figure, 'weight' | 'points'>[]): number | null {
  let [sum, weights] = [0, 0];
  for (const { weight, points } of figures)
    if (points !== null) {
      sum += weight * points;
      weights += weight;
    }
  return weights === 0 ? null : Math.round(sum / weights);
}
