import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { Period, PeriodSum } from '../../api/supervisionTypes.ts';
import { useLanguage } from '../../app/useLanguage.ts';
import { limitWords } from '../../components/limitWords.ts';
import { type Drill, useDrill } from '../useDrill.ts';
import '../../components/cardTable.css';
import { averageText, shareText, sortRows } from './periodTexts.ts';

/** By department and item: what came in, what was decided and how fast, against promise and law. */
export function PeriodTable({ period }: { period: Period }) {
  const { t } = useTranslation();
  const { say } = useLanguage();
  const to = useDrill();
  const columns = ['received', 'accepted', 'decided', 'late', 'share', 'average'] as const;
  const caption = t('supervision.period.caption', { from: period.from, to: period.to });
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling area must be reachable by keyboard
    <div className="ow-scroll" tabIndex={0} role="region" aria-label={caption}>
      <table className="ow-plain-table ow-card-table ow-period-table">
        <caption className="ow-period-caption">{caption}</caption>
        <thead>
          <tr>
            <th scope="col">{t('case.department')}</th>
            <th scope="col">{t('supervision.period.item')}</th>
            {columns.map((column) => (
              <th scope="col" key={column} className="ow-period-number">
                {t(`supervision.period.${column}`)}
              </th>
            ))}
            <th scope="col">{t('supervision.period.promised')}</th>
            <th scope="col">{t('supervision.period.statutory')}</th>
          </tr>
        </thead>
        <tbody>
          {sortRows(period.rows).map((row) => (
            <tr key={`${row.department.id} ${row.item.packCode}`}>
              <th scope="row">
                <Link to={to({ department: row.department.id })}>{row.department.name}</Link>
              </th>
              <td data-label={t('supervision.period.item')}>{say(row.item.name)}</td>
              <Numbers
                sum={row}
                name={`${row.department.name} ${say(row.item.name)}`}
                drill={{ department: row.department.id, item: row.item.packCode }}
              />
              <td data-label={t('supervision.period.promised')}>
                {row.item.limits === null ? '—' : limitWords(row.item.limits.promised, t)}
              </td>
              <td data-label={t('supervision.period.statutory')}>
                {row.item.limits === null ? '—' : limitWords(row.item.limits.statutory, t)}
              </td>
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row" colSpan={2}>
              {t('supervision.period.total')}
            </th>
            <Numbers sum={period.totals} name={t('supervision.period.total')} drill={{}} />
            <td />
            <td />
          </tr>
        </tfoot>
      </table>
    </div>
  );
}

/** Each number leads to its cases. */
function Numbers({ sum, name, drill }: { sum: PeriodSum; name: string; drill: Drill }) {
  const { t } = useTranslation();
  const to = useDrill();
  const { received, accepted, onTime, late } = sum;
  const counts = { received, accepted, decided: onTime + late, late };
  return (
    <>
      {Object.entries(counts).map(([figure, count]) => (
        <td
          key={figure}
          data-label={t(`supervision.period.${figure}`)}
          className={`ow-nums ow-period-number${figure === 'late' && late > 0 ? ' ow-period-late' : ''}`}
        >
          {count === 0 ? (
            0
          ) : (
            <Link
              className="ow-cell-link"
              to={to({ ...drill, figure })}
              aria-label={t('supervision.period.cell', {
                name,
                figure: t(`supervision.period.${figure}`),
                count,
              })}
            >
              {count}
            </Link>
          )}
        </td>
      ))}
      <td data-label={t('supervision.period.share')} className="ow-nums ow-period-number">
        {shareText(sum)}
      </td>
      <td data-label={t('supervision.period.average')} className="ow-nums ow-period-number">
        {averageText(sum)}
      </td>
    </>
  );
}
