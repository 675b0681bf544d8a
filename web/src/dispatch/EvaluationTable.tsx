import { useTranslation } from 'react-i18next';
import type { EvaluationRow, Evaluations } from '../api/dispatch.ts';
import { useLanguage } from '../app/useLanguage.ts';

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
  const head = (key: string) => t(`dispatch.evaluation.column.${key}`);
  const cells = (row: EvaluationRow) => [
    ...counts.map((key) => (
      <td key={key} className="ow-nums" data-label={head(key)}>
        {row[key]}
      </td>
    )),
    ...rates.map((key) => (
      <td key={key} className="ow-nums" data-label={head(key)}>
        {row[key] === null ? t('dispatch.evaluation.unmeasured') : percent.format(row[key])}
      </td>
    )),
  ];
  const caption = t('dispatch.evaluation.title');
  return (
    <>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling area must be reachable by keyboard */}
      <div className="ow-scroll" tabIndex={0} role="region" aria-label={caption}>
        <table className="ow-plain-table ow-case-files ow-evaluation">
          <caption className="ow-hidden">{caption}</caption>
          <thead>
            <tr>
              {['unit', ...counts, ...rates].map((key) => (
                <th key={key} scope="col">
                  {head(key)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {found.byUnit.map((row) => (
              <tr key={row.unit?.id ?? ''}>
                <th scope="row">{row.unit?.name || t('dispatch.evaluation.noUnit')}</th>
                {cells(row)}
              </tr>
            ))}
            <tr>
              <th scope="row">{t('dispatch.evaluation.total')}</th>
              {cells(found.total)}
            </tr>
          </tbody>
        </table>
      </div>
      <p className="ow-muted">{t('dispatch.evaluation.void', { amount: found.void })}</p>
    </>
  );
}
