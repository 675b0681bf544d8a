import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { Board } from '../api/supervisionTypes.ts';
import { useLanguage } from '../app/useLanguage.ts';
import { EmptyState } from '../components/EmptyState.tsx';
import { LightCells, LightHeads } from './LightCells.tsx';
import { useDrill } from './useDrill.ts';

/** Lights by item, the reddest first; every number leads to the cases behind it. */
export function ItemTable({ rows }: { rows: Board['byItem'] }) {
  const { t } = useTranslation();
  const { say } = useLanguage();
  const to = useDrill();
  if (rows.length === 0) return <EmptyState text={t('supervision.noCases')} />;
  const sorted = [...rows].sort(
    (one, other) => other.red - one.red || other.yellow - one.yellow || other.green - one.green,
  );
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling area must be reachable by keyboard
    <div className="ow-scroll" tabIndex={0} role="region" aria-label={t('supervision.byItem')}>
      <table className="ow-plain-table">
        <caption className="ow-hidden">{t('supervision.byItem')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('supervision.period.item')}</th>
            <LightHeads />
          </tr>
        </thead>
        <tbody>
          {sorted.map(({ item, ...counts }) => (
            <tr key={item.packCode}>
              <th scope="row">
                <Link to={to({ item: item.packCode })}>{say(item.name)}</Link>
              </th>
              <LightCells name={say(item.name)} counts={counts} drill={{ item: item.packCode }} />
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
