import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import type { ReportTable } from '../../api/reports.ts';
import { useLanguage } from '../../app/useLanguage.ts';
import { EmptyState } from '../../components/EmptyState.tsx';
import { limitWords } from '../../components/limitWords.ts';
import { figureText, isDivided } from './figureText.ts';
import '../cells.css';

/** A number of a report that is looked into. */
export interface ShownNumber {
  ref: string;
  figure: string;
  /** What it is called, for the heading. */
  words: string;
}

/** A table of the report; every number opens what it rests on. */
export function ReportTableView({
  table,
  onShow,
}: {
  table: ReportTable;
  onShow: (shown: ShownNumber) => void;
}) {
  const { t } = useTranslation();
  const { say } = useLanguage();
  const caption = t(`supervision.report.table.${table.table}`);
  if (table.rows.length === 0) return <EmptyState text={t('supervision.report.empty')} />;
  const number = (ref: string, name: string, figure: string, value: number | null | undefined) => {
    const text = figureText(figure, value);
    const words = `${ref} ${name}`;
    return value === null || value === undefined || (value === 0 && !isDivided(figure)) ? (
      text
    ) : (
      <Button
        type="link"
        className="ow-cell-button"
        aria-label={t('supervision.report.cell', { name: words, value: text })}
        onClick={() => onShow({ ref, figure, words })}
      >
        {text}
      </Button>
    );
  };
  const whole = table.table === '1';
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling area must be reachable by keyboard
    <div className="ow-scroll" tabIndex={0} role="region" aria-label={caption}>
      <table className={whole ? 'ow-plain-table ow-narrow-table' : 'ow-plain-table'}>
        <caption className="ow-hidden">{caption}</caption>
        <thead>
          <tr>
            <th scope="col">{t('supervision.report.ref')}</th>
            <th scope="col">{t(`supervision.report.of.${table.table}`)}</th>
            {whole ? (
              <th scope="col" className="ow-period-number">
                {t('supervision.report.value')}
              </th>
            ) : (
              table.figures.map(({ key, name }) => (
                <th scope="col" key={key} className="ow-period-number">
                  {say(name)}
                </th>
              ))
            )}
            {table.table === '3' ? (
              <>
                <th scope="col">{t('supervision.period.promised')}</th>
                <th scope="col">{t('supervision.period.statutory')}</th>
              </>
            ) : null}
          </tr>
        </thead>
        <tbody>
          {table.rows.map(({ ref, name, figures, limits }) => (
            <tr key={ref}>
              <td className="ow-nums ow-nowrap">{ref}</td>
              <th scope="row">{say(name)}</th>
              {(whole ? table.figures.filter(({ key }) => key in figures) : table.figures).map(
                ({ key, name: of }) => (
                  <td key={key} className="ow-nums ow-period-number">
                    {number(ref, whole ? say(of) : `${say(name)} ${say(of)}`, key, figures[key])}
                  </td>
                ),
              )}
              {table.table === '3' ? (
                <>
                  <td>{limitWords(limits?.promised, t)}</td>
                  <td>{limitWords(limits?.statutory, t)}</td>
                </>
              ) : null}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
