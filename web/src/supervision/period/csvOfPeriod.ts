import type { TFunction } from 'i18next';
import type { Period, PeriodSum } from '../../api/supervisionTypes.ts';
import type { Text } from '../../api/types.ts';
import { csvOf } from '../../components/csvOf.ts';
import { limitWords } from '../../components/limitWords.ts';
import { averageText, shareText, sortRows } from './periodTexts.ts';

/** The table as a spreadsheet reads it. */
export function csvOfPeriod(
  period: Period,
  { t, say }: { t: TFunction; say: (text: Text) => string },
): string {
  const head = ['received', 'accepted', 'decided', 'late', 'share', 'average', 'promised', 'statutory'];
  const numbers = (sum: PeriodSum) => [
    ...[sum.received, sum.accepted, sum.onTime + sum.late, sum.late].map(String),
    shareText(sum),
    averageText(sum),
  ];
  const lines = [
    [
      t('case.department'),
      t('supervision.period.item'),
      ...head.map((name) => t(`supervision.period.${name}`)),
    ],
    ...sortRows(period.rows).map((row) => [
      row.department.name,
      say(row.item.name),
      ...numbers(row),
      limitWords(row.item.limits?.promised, t),
      limitWords(row.item.limits?.statutory, t),
    ]),
    [t('supervision.period.total'), '', ...numbers(period.totals), '', ''],
  ];
  return csvOf(lines);
}
