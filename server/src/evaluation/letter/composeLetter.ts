import texts from '../../../data/performanceLetterTexts.json' with { type: 'json' };
import { fillText } from '../../app/fillText.ts';
import { chineseTime } from '../../documents/chineseTime.ts';
import type { PerformanceDocument, PerformanceScoreDocument } from '../model.ts';
import { schemeOf } from '../schemes/schemeFile.ts';
import { decimal } from '../scoring/explainScore.ts';

type Unranked = keyof typeof texts.unranked;

/** What was corrected, in words: whose figure, which fact. */
export interface Correction {
  name: string;
  indicator: string;
  no: string;
  effect: keyof typeof texts.effects;
}

/** What the sealed PDF of a published evaluation says: every score and rank as they were frozen, the rules, the digest. */
export function composeLetter(options: {
  performance: PerformanceDocument;
  scores: readonly PerformanceScoreDocument[];
  corrections: readonly Correction[];
  departmentName: (id: string) => string;
}): Record<string, unknown> {
  const { performance, scores, corrections, departmentName } = options;
  const { kind, period, revision, setting } = performance;
  return {
    subjectKind: texts.kinds[kind],
    period: periodWords(period),
    revision: fillText(revision === 1 ? texts.revision : texts.corrected, { revision }),
    publishedAt: chineseTime(performance.at),
    publishedBy: performance.by.name,
    schemeVersion: performance.schemeVersion,
    minimum: setting.minimum,
    summary: summaryOf(performance, scores),
    lines: [...scores].sort(inOrder).map((line) => ({
      group: texts.groups[line.group as keyof typeof texts.groups] ?? line.group,
      rank: rankWords(line),
      name: line.name,
      department: departmentName(line.departmentId),
      score: points(line.score),
      base: line.base,
      change: line.before === undefined ? '—' : changeWords(line.before),
    })),
    indicators: schemeOf(kind).indicators.flatMap(({ id, name, counts, parameters }) => {
      const of = setting.indicators[id];
      if (of === undefined || of.weight === 0) return [];
      const values = Object.entries(of.parameters).map(
        ([key, value]) => `${parameters[key]?.name['zh-CN'] ?? key} ${value}`,
      );
      return [
        {
          name: name['zh-CN'],
          weight: of.weight,
          counts: counts['zh-CN'],
          parameters: values.join('；') || '—',
        },
      ];
    }),
    adjustments: corrections.map(({ effect, ...of }) => ({ ...of, effect: texts.effects[effect] })),
    hash: performance.hash,
    prevHash: performance.prevHash === '' ? '—' : performance.prevHash,
  };
}

function summaryOf(
  { kind, period, subjects }: PerformanceDocument,
  scores: readonly PerformanceScoreDocument[],
): string {
  const known = scores.flatMap(({ score }) => score ?? []);
  const average = known.length === 0 ? null : Math.round(known.reduce((a, b) => a + b, 0) / known.length);
  return fillText(texts.summary, {
    period: periodWords(period),
    kind: texts.kinds[kind],
    subjects,
    ranked: scores.filter(({ rank }) => rank !== null).length,
    average: points(average),
    highest: points(known.length === 0 ? null : known.reduce((a, b) => Math.max(a, b))),
    lowest: points(known.length === 0 ? null : known.reduce((a, b) => Math.min(a, b))),
  });
}

function periodWords(period: string): string {
  const [year = '', of = ''] = period.split('-');
  return of.startsWith('Q')
    ? fillText(texts.quarter, { year, quarter: of.slice(1) })
    : fillText(texts.month, { year, month: Number(of) });
}

function rankWords({ rank, unranked }: PerformanceScoreDocument): string {
  if (rank !== null) return String(rank);
  return texts.unranked[unranked as Unranked] ?? '—';
}

function changeWords({ score, rank }: { score: number | null; rank: number | null }): string {
  const standing = rank === null ? texts.noRank : fillText(texts.rank, { rank });
  return fillText(texts.changed, { score: points(score), rank: standing });
}

const points = (hundredths: number | null): string => (hundredths === null ? '—' : decimal(hundredths));

/** By group, then rank; whoever has none behind them, by score. */
function inOrder(one: PerformanceScoreDocument, other: PerformanceScoreDocument): number {
  if (one.group !== other.group) return one.group < other.group ? -1 : 1;
  const rank = (line: PerformanceScoreDocument) => line.rank ?? Number.MAX_SAFE_INTEGER;
  return (
    rank(one) - rank(other) ||
    (other.score ?? -1) - (one.score ?? -1) ||
    (one.subjectId < other.subjectId ? -1 : 1)
  );
}
