import type { Indicator } from '../schemes/schemeFile.ts';
import type { IndicatorSetting } from '../schemes/schemeInForce.ts';
import type { Fact } from './facts.ts';

/** Full marks, in hundredths of a point. */
export const fullMarks = 10_000;

/** One figure with all that its arithmetic needs. Values and points are hundredths, each rounded before it is used further. */
export interface Figure {
  indicator: string;
  weight: number;
  /** Facts counted. */
  base: number;
  /** `share`: good ones; `ratio`: the sum above the line; `tally`: how many. */
  above: number;
  /** `share`: all; `ratio`: the sum below the line; `tally`: months. */
  below: number;
  /** `deduct`: how many of each class. */
  classes: Record<string, number>;
  /** Hundredths: of a percent, or of how many a month; of points taken off. Null: nothing to measure. */
  value: number | null;
  /** 0–10000; null: the figure does not count and its weight falls away. */
  points: number | null;
  parameters: Record<string, number>;
}

/**
 * Scores one indicator. Pure. A `share` or `ratio` of nothing does not count; no deduction is full marks; a month without
 * reports is a month of 0.
 */
export function scoreFigure(
  indicator: Pick<Indicator, 'id' | 'measure'>,
  setting: IndicatorSetting,
  facts: readonly Fact[],
  months: number,
): Figure {
  const { weight, parameters } = setting;
  const figure: Figure = {
    indicator: indicator.id,
    weight,
    base: facts.length,
    above: 0,
    below: 0,
    classes: {},
    value: null,
    points: null,
    parameters,
  };
  if (indicator.measure === 'deduct') {
    for (const cls of Object.keys(parameters))
      figure.classes[cls] = facts.filter((fact) => fact.cls === cls).length;
    figure.value = Object.entries(figure.classes).reduce(
      (sum, [cls, times]) => sum + times * (parameters[cls] ?? 0) * 100,
      0,
    );
    figure.points = Math.max(0, fullMarks - figure.value);
    return figure;
  }
  const sum = (of: (fact: Fact) => number) => facts.reduce((all, fact) => all + of(fact), 0);
  if (indicator.measure === 'share') {
    figure.above = sum(({ good }) => (good === true ? 1 : 0));
    figure.below = facts.length;
  } else if (indicator.measure === 'ratio') {
    figure.above = sum(({ n }) => n ?? 0);
    figure.below = sum(({ of }) => of ?? 0);
  } else {
    figure.above = facts.length;
    figure.below = months;
  }
  if (figure.below === 0) return figure;
  const scale = indicator.measure === 'tally' ? 100 : 10_000;
  figure.value = Math.round((figure.above * scale) / figure.below);
  figure.points = between(figure.value, (parameters['zero'] ?? 0) * 100, (parameters['full'] ?? 0) * 100);
  return figure;
}

/** Points of a value between the line of no marks and that of full marks, whichever is higher. */
function between(value: number, zero: number, full: number): number {
  if (zero === full) return value >= full ? fullMarks : 0;
  const points = Math.round(((value - zero) * fullMarks) / (full - zero));
  return Math.min(fullMarks, Math.max(0, points));
}
