import { useTranslation } from 'react-i18next';
import { ages, type Board } from '../../api/supervisionTypes.ts';

/** How far running cases are from their due day: a number and a bar each. */
export function ScreenAges({ counts }: { counts: Board['ages'] }) {
  const { t } = useTranslation();
  const most = Math.max(1, ...ages.map((age) => counts[age]));
  return (
    <table className="ow-big-table ow-big-ages">
      <thead>
        <tr>
          <th scope="col">{t('supervision.ages.age')}</th>
          <th scope="col">{t('supervision.ages.cases')}</th>
          <td aria-hidden />
        </tr>
      </thead>
      <tbody>
        {ages.map((age) => {
          const late = age.startsWith('late');
          return (
            <tr key={age}>
              <th scope="row">{t(`supervision.ages.${age}`)}</th>
              <td className={late && counts[age] > 0 ? 'ow-big-red' : ''}>{counts[age]}</td>
              <td aria-hidden>
                <div
                  className={late ? 'ow-big-bar ow-big-bar-late' : 'ow-big-bar'}
                  style={{ width: `${(counts[age] / most) * 100}%` }}
                />
              </td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}
