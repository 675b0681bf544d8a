import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { ages, type Board } from '../api/supervisionTypes.ts';
import './ages.css';

/** How far running cases are behind or before their due day: a number and a bar each, what is late leads to its list. */
export function AgeTable({ counts }: { counts: Board['ages'] }) {
  const { t } = useTranslation();
  const most = Math.max(1, ...ages.map((age) => counts[age]));
  return (
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
              {age.startsWith('late') && counts[age] > 0 ? (
                <Link className="ow-cell-link" to="/supervision?light=red">
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
  );
}
