import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { ages, type Board } from '../api/supervisionTypes.ts';
import { TableExport } from './TableExport.tsx';
import './ages.css';
import { useDrill } from './useDrill.ts';

/** How far running cases are behind or before their due day: a number and a bar each, each leads to its cases. */
export function AgeTable({ counts }: { counts: Board['ages'] }) {
  const { t } = useTranslation();
  const to = useDrill();
  const most = Math.max(1, ...ages.map((age) => counts[age]));
  return (
    <div className="ow-stack">
      <div className="ow-row">
        <span className="ow-grow" />
        <TableExport name={t('supervision.ages.title')} query={{ table: 'ages' }} />
      </div>
      <table className="ow-plain-table ow-ages">
        <caption className="ow-hidden">{t('supervision.ages.title')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('supervision.ages.age')}</th>
            <th scope="col">{t('supervision.ages.cases')}</th>
            <td aria-hidden />
          </tr>
        </thead>
        <tbody>
          {ages.map((age) => (
            <tr key={age}>
              <th scope="row">{t(`supervision.ages.${age}`)}</th>
              <td className="ow-nums">
                {counts[age] > 0 ? (
                  <Link
                    className="ow-cell-link"
                    to={to({ age })}
                    aria-label={t('supervision.ages.cell', {
                      age: t(`supervision.ages.${age}`),
                      count: counts[age],
                    })}
                  >
                    {counts[age]}
                  </Link>
                ) : (
                  counts[age]
                )}
              </td>
              <td aria-hidden className="ow-age-cell">
                <div
                  className={`ow-age${age.startsWith('late') ? ' ow-age-late' : ''}`}
                  style={{ width: `${(counts[age] / most) * 100}%`, minWidth: counts[age] > 0 ? 2 : 0 }}
                />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
