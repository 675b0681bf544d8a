import { Segmented } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Period } from '../../api/supervisionTypes.ts';
import { TableExport } from '../TableExport.tsx';
import { daysBetween } from './daysBetween.ts';

const figures = ['received', 'decided', 'late'] as const;
/** Shades from light to dark. */
const shades = 5;

/** Department × day: each cell a number and a shade, so that it is also read as a table. */
export function HeatMap({ period }: { period: Period }) {
  const { t } = useTranslation();
  const [figure, setFigure] = useState<(typeof figures)[number]>('received');
  const days = daysBetween(period.from, period.to);
  const most = Math.max(1, ...period.days.flatMap((row) => row.days.map((day) => day[figure])));
  const name = t(`supervision.period.${figure}`);
  const caption = t('supervision.period.heatCaption', { figure: name });
  return (
    <section className="ow-stack">
      <div className="ow-row">
        <h2 className="ow-period-heading">{t('supervision.period.heat')}</h2>
        <Segmented
          aria-label={t('supervision.period.heatFigure')}
          value={figure}
          options={figures.map((value) => ({ value, label: t(`supervision.period.${value}`) }))}
          onChange={setFigure}
        />
        <span className="ow-grow" />
        <TableExport
          name={`${t('supervision.period.heat')} ${period.from} ${period.to}`}
          query={{ table: 'days', from: period.from, to: period.to }}
        />
      </div>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling area must be reachable by keyboard */}
      <div className="ow-scroll" tabIndex={0} role="region" aria-label={caption}>
        <table className="ow-heat">
          <caption className="ow-period-caption">{caption}</caption>
          <thead>
            <tr>
              <th scope="col">{t('case.department')}</th>
              {days.map((day) => (
                <th scope="col" key={day} title={day}>
                  <span aria-hidden>{day.slice(5).replace('-', '/')}</span>
                  <span className="ow-hidden">{day}</span>
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {period.days.map((row) => {
              const counts = new Map(row.days.map((day) => [day.day, day[figure]]));
              return (
                <tr key={row.department.id}>
                  <th scope="row">{row.department.name}</th>
                  {days.map((day) => {
                    const count = counts.get(day) ?? 0;
                    const shade = count === 0 ? 0 : Math.ceil((count / most) * shades);
                    return (
                      <td
                        key={day}
                        className={`ow-heat-${shade}`}
                        title={t('supervision.period.day', {
                          department: row.department.name,
                          day,
                          figure: name,
                          count,
                        })}
                      >
                        {count === 0 ? '' : count}
                      </td>
                    );
                  })}
                </tr>
              );
            })}
          </tbody>
        </table>
      </div>
    </section>
  );
}
