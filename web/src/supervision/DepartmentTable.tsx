import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { Board } from '../api/supervisionTypes.ts';
import { EmptyState } from '../components/EmptyState.tsx';
import { LightCells, LightHeads } from './LightCells.tsx';
import { useDrill } from './useDrill.ts';
import './cells.css';

/** Lights by department, the reddest first; every number leads to the cases behind it. */
export function DepartmentTable({ rows }: { rows: Board['byDepartment'] }) {
  const { t } = useTranslation();
  const to = useDrill();
  if (rows.length === 0) return <EmptyState text={t('supervision.noCases')} />;
  const sorted = [...rows].sort(
    (a, b) => b.red - a.red || b.yellow - a.yellow || a.department.name.localeCompare(b.department.name),
  );
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling area must be reachable by keyboard
    <div className="ow-scroll" tabIndex={0} role="region" aria-label={t('supervision.byDepartment')}>
      <table className="ow-plain-table ow-lights-table">
        <caption className="ow-hidden">{t('supervision.byDepartment')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('case.department')}</th>
            <th scope="col" className="ow-wide-only">
              {t('supervision.level')}
            </th>
            <LightHeads />
          </tr>
        </thead>
        <tbody>
          {sorted.map(({ department, ...counts }) => (
            <tr key={department.id}>
              <th scope="row">
                <Link to={to({ department: department.id })}>{department.name}</Link>
              </th>
              <td className="ow-wide-only">{t(`common.level.${department.level}`)}</td>
              <LightCells name={department.name} counts={counts} drill={{ department: department.id }} />
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
