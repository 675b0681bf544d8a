import { Segmented } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { Period } from '../../api/supervisionTypes.ts';
import { useGridFocus } from '../../components/useGridFocus.ts';
import { TableExport } from '../TableExport.tsx';
import { useDrill } from '../useDrill.ts';
import { daysBetween } from './daysBetween.ts';
import { shadeOf } from './shadeOf.ts';

const figures = ['received', 'decided', 'late'] as const;

/** Department × day: each cell a number and a shade, so that it is also read as a table; each number leads to its cases. */
export function HeatMap({ period }: { period: Period }) {
  const { t } = useTranslation();
  const [figure, setFigure] = useState<(typeof figures)[number]>('received');
  const days = daysBetween(period.from, period.to);
  const most = Math.max(1, ...period.days.flatMap((row) => row.days.map((day) => day[figure])));
  const name = t(`supervision.period.${figure}`);
  const to = useDrill();
  const counts = period.days.map((row) => new Map(row.days.map((day) => [day.day, day[figure]])));
  const row = counts.findIndex((of) => days.some((day) => (of.get(day) ?? 0) > 0));
  const column = days.findIndex((day) => (counts[row]?.get(day) ?? 0) > 0);
  const { grid, stop } = useGridFocus(row < 0 ? undefined : { row, column });
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
        {/* biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: a grid of links, one stop of Tab */}
        <table className="ow-heat" role="grid" {...grid}>
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
            {period.days.map(({ department }, at) => (
              <tr key={department.id}>
                <th scope="row">{department.name}</th>
                {days.map((day, place) => {
                  const count = counts[at]?.get(day) ?? 0;
                  const words = { department: department.name, day, figure: name, count };
                  return (
                    <td key={day} className={`ow-heat-${shadeOf(count, most)}`}>
                      {count === 0 ? null : (
                        <Link
                          to={to({ department: department.id, figure, day })}
                          title={t('supervision.period.day', words)}
                          aria-label={t('supervision.period.day', words)}
                          {...stop(at, place)}
                        >
                          {count}
                        </Link>
                      )}
                    </td>
                  );
                })}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}
