import texts from '../../../data/evaluationTexts.json' with { type: 'json' };
import type { Text } from '../../errors/appError.ts';
import type { Adjustment, PerformanceScoreDocument } from '../model.ts';
import { type Indicator, type Scheme, schemeOf } from '../schemes/schemeFile.ts';
import { type Figure, fullMarks } from './scoreFigure.ts';

type Value = string | number | Text;

/** A sentence of the texts in both languages, its places filled. */
function say(key: keyof typeof texts, values: Record<string, Value> = {}): Text {
  const fill = (locale: keyof Text) =>
    texts[key][locale].replace(/\{(\w+)\}/g, (_whole, place: string) => {
      const value = values[place] ?? '';
      return typeof value === 'object' ? value[locale] : String(value);
    });
  return { 'zh-CN': fill('zh-CN'), en: fill('en') };
}

/** `9733` → `97.33`. */
export function decimal(hundredths: number): string {
  return (hundredths / 100).toFixed(2);
}

/** How a figure came about, line by line, so that anybody can do it again by hand. */
export function explainFigure(
  indicator: Indicator,
  figure: Figure,
  adjustments: readonly (Pick<Adjustment, 'effect'> & { no: string })[] = [],
): Text[] {
  const { whole, good = whole } = indicator;
  const changed = adjustments.map(({ effect, no }) =>
    say(effect === 'exclude' ? 'excluded' : 'madeGood', { no, good }),
  );
  return [...changed, ...arithmetic(indicator, figure)];
}

function arithmetic(indicator: Indicator, figure: Figure): Text[] {
  const { whole, good = whole, measure } = indicator;
  const { above, below, points, weight, parameters } = figure;
  if (measure === 'deduct') return [deduction(indicator, figure)];
  if (figure.value === null || points === null) return [say('nothing', { whole, weight })];
  const value = decimal(figure.value);
  const [zero, full] = [parameters['zero'] ?? 0, parameters['full'] ?? 0];
  return [
    say(measure === 'tally' ? 'tally' : 'share', { good, whole, above, below, value }),
    say(points >= fullMarks ? 'atFull' : points <= 0 ? 'atZero' : 'between', {
      value,
      zero,
      full,
      points: decimal(points),
    }),
  ];
}

function deduction({ whole, parameters }: Indicator, figure: Figure): Text {
  const { classes, base } = figure;
  if (base === 0) return say('noDeduction', { whole });
  const terms = Object.entries(classes)
    .filter(([, times]) => times > 0)
    .map(([cls, times]) =>
      say('deductTerm', {
        name: parameters[cls]?.name ?? cls,
        each: figure.parameters[cls] ?? 0,
        times,
      }),
    );
  return say(figure.points === 0 ? 'deductAll' : 'deduct', {
    terms: joined(terms),
    value: decimal(figure.value ?? 0),
    points: decimal(figure.points ?? 0),
  });
}

/** The whole score from its figures, and the rank or why there is none. */
export function explainTotal(
  kind: Scheme['kind'],
  score: Pick<
    PerformanceScoreDocument,
    'score' | 'figures' | 'rank' | 'rankedOf' | 'tied' | 'unranked' | 'base'
  >,
  minimum: number,
): Text[] {
  const scheme = schemeOf(kind);
  const counting = score.figures.filter(({ points }) => points !== null);
  const weights = counting.reduce((sum, { weight }) => sum + weight, 0);
  const terms = counting.map(({ weight, points }) => `${weight} × ${decimal(points ?? 0)}`).join(' + ');
  const lines: Text[] = [];
  if (score.score !== null)
    lines.push(say('total', { terms, weights, score: decimal(score.score) }), say('rounding'));
  if (score.rank !== null)
    lines.push(say(score.tied ? 'tied' : 'ranked', { of: score.rankedOf, rank: score.rank }));
  else if (score.unranked !== undefined) {
    const base = scheme.indicators.find(({ id }) => id === scheme.base);
    lines.push(say(score.unranked, { whole: base?.whole ?? scheme.name, base: score.base, minimum }));
  }
  return lines;
}

function joined(parts: readonly Text[]): Text {
  return {
    'zh-CN': parts.map((part) => part['zh-CN']).join(' + '),
    en: parts.map((part) => part.en).join(' + '),
  };
}
