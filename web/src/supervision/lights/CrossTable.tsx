import { useTranslation } from 'react-i18next';
import { useLanguage } from '../../app/useLanguage.ts';
import type { Cross } from './crossOf.ts';
import { LightChips } from './LightChips.tsx';

/** Departments by level of government, items as columns; every number leads to its cases. Levels and items have sums. */
export function CrossTable({ cross }: { cross: Cross }) {
  const { t } = useTranslation();
  const { say } = useLanguage();
  const caption = t('supervision.cross.caption');
  const all = t('supervision.cross.all');
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling area must be reachable by keyboard
    <div className="ow-scroll ow-cross-area" tabIndex={0} role="region" aria-label={caption}>
      <table className="ow-plain-table ow-cross">
        <caption className="ow-hidden">{caption}</caption>
        <thead>
          <tr>
            <th scope="col">{t('case.department')}</th>
            <th scope="col">{all}</th>
            {cross.items.map(({ packCode, name }) => (
              <th scope="col" key={packCode} className="ow-cross-item">
                {say(name)}
              </th>
            ))}
          </tr>
          <tr className="ow-cross-sum">
            <th scope="row">{all}</th>
            <td>
              <LightChips name={all} counts={cross.total} drill={{}} />
            </td>
            {cross.items.map(({ packCode, name, total }) => (
              <td key={packCode}>
                <LightChips name={say(name)} counts={total} drill={{ item: packCode }} />
              </td>
            ))}
          </tr>
        </thead>
        {cross.levels.map(({ level, total, cells, rows }) => {
          const levelName = t(`common.level.${level}`);
          return (
            <tbody key={level}>
              <tr className="ow-cross-level">
                <th scope="rowgroup">
                  {levelName}
                  <span className="ow-muted ow-small">
                    {' '}
                    {t('supervision.cross.count', { count: rows.length })}
                  </span>
                </th>
                <td>
                  <LightChips name={levelName} counts={total} drill={{ level }} />
                </td>
                {cross.items.map(({ packCode, name }) => (
                  <td key={packCode}>
                    <LightChips
                      name={`${levelName} ${say(name)}`}
                      counts={cells.get(packCode)}
                      drill={{ level, item: packCode }}
                    />
                  </td>
                ))}
              </tr>
              {rows.map(({ department, total: sum, cells: own }) => (
                <tr key={department.id}>
                  <th scope="row">{department.name}</th>
                  <td>
                    <LightChips name={department.name} counts={sum} drill={{ department: department.id }} />
                  </td>
                  {cross.items.map(({ packCode, name }) => (
                    <td key={packCode}>
                      <LightChips
                        name={`${department.name} ${say(name)}`}
                        counts={own.get(packCode)}
                        drill={{ department: department.id, item: packCode }}
                      />
                    </td>
                  ))}
                </tr>
              ))}
            </tbody>
          );
        })}
      </table>
    </div>
  );
}
