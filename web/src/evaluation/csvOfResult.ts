import type { TFunction } from 'i18next';
import type { Result } from '../api/evaluation.ts';
import type { Text } from '../api/types.ts';
import { csvOf } from '../components/csvOf.ts';
import { pointsText, rankText } from './evaluationTexts.ts';

/** The table as a spreadsheet reads it. */
export function csvOfResult(
  result: Result,
  { t, say }: { t: TFunction; say: (text: Text) => string },
): string {
  const { kind, indicators, items } = result;
  return csvOf([
    [
      t(`evaluation.subject.${kind}`),
      t('case.department'),
      t('evaluation.groupLabel'),
      t('evaluation.rank'),
      t('evaluation.score'),
      ...indicators.map(({ name, weight }) => t('evaluation.weighted', { name: say(name), weight })),
    ],
    ...items.map((line) => [
      line.name,
      line.department.name,
      t(`evaluation.group.${line.group}`),
      line.rank === null ? rankText(line, t) : String(line.rank),
      pointsText(line.score),
      ...indicators.map(({ id }) => pointsText(line.points[id] ?? null)),
    ]),
  ]);
}
