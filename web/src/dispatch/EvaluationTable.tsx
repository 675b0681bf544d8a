import { useTranslation } from 'react-i18next';
import type { EvaluationRow, Evaluations } from '../api/dispatch.ts';
import { useLanguage } from '../app/useLanguage.ts';
import { CardTable } from '../components/CardTable.tsx';

const counts = ['closed', 'rounds', 'sentBack', 'postponed', 'suspended', 'redone', 'reopened'] as const;
const rates = [
  'responseOnTime',
  'disposalOnTime',
  'responseRate',
  'solutionRate',
  'satisfactionRate',
] as const;

/** The evaluation by unit, with the sum of all; on a phone each unit is a card, its cells named. */
export function EvaluationTable({ found }: { found: Evaluations }) {
  const { t } = useTranslation();
  const { language } = useLanguage();
  const percent = new Intl.NumberFormat(language, { style: 'percent', maximumFractionDigits: 1 });
  const cells = (name: string, row: EvaluationRow) => [
    name,
    ...counts.map((key) => row[key]),
    ...rates.map((key) =>
      row[key] === null ? t('dispatch.evaluation.unmeasured') : percent.format(row[key]),
    ),
  ];
  return (
    <>
      <CardTable
        caption={t('dispatch.evaluation.title')}
        columns={['unit', ...counts, ...rates].map((key) => t(`dispatch.evaluation.column.${key}`))}
        rows={[
          ...found.byUnit.map((row) => ({
            key: row.unit?.id ?? '',
            cells: cells(row.unit?.name || t('dispatch.evaluation.noUnit'), row),
          })),
          { key: 'total', cells: cells(t('dispatch.evaluation.total'), found.total) },
        ]}
      />
      <p className="ow-muted">{t('dispatch.evaluation.void', { amount: found.void })}</p>
    </>
  );
}
