import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { readPeriod } from '../../api/supervision.ts';
import { daysBetween } from '../period/daysBetween.ts';
import { shadeOf } from '../period/shadeOf.ts';

const lines = 9;
const span = 13;

/** Cases received by department and day in the last two weeks: a number and a shade each. */
export function ScreenHeat({ today }: { today: string }) {
  const { t } = useTranslation();
  const from = new Date(Date.parse(today) - span * 86_400_000).toISOString().slice(0, 10);
  const period = useQuery({
    queryKey: ['supervision', 'period', from, today],
    queryFn: () => readPeriod({ from, to: today }),
  });
  if (period.data === undefined) return null;
  const days = daysBetween(from, today);
  const rows = period.data.days
    .map(({ department, days: of }) => ({
      department,
      counts: new Map(of.map(({ day, received }) => [day, received])),
      sum: of.reduce((all, { received }) => all + received, 0),
    }))
    .sort((one, other) => other.sum - one.sum)
    .slice(0, lines);
  if (rows.length === 0) return <p className="ow-big-none">{t('supervision.period.none')}</p>;
  const most = Math.max(1, ...rows.flatMap(({ counts }) => [...counts.values()]));
  return (
    <table className="ow-big-table ow-big-heat">
      <thead>
        <tr>
          <th scope="col">{t('case.department')}</th>
          {days.map((day) => (
            <th scope="col" key={day}>
              <span aria-hidden>{Number(day.slice(8))}</span>
              <span className="ow-hidden">{day}</span>
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map(({ department, counts }) => (
          <tr key={department.id}>
            <th scope="row">{department.name}</th>
            {days.map((day) => {
              const count = counts.get(day) ?? 0;
              return (
                <td key={day} className={`ow-big-heat-${shadeOf(count, most)}`}>
                  {count === 0 ? '' : count}
                </td>
              );
            })}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
