import { useTranslation } from 'react-i18next';
import type { LightCell } from '../../api/supervisionTypes.ts';
import { useLanguage } from '../../app/useLanguage.ts';
import { LightCells, LightHeads } from '../LightCells.tsx';
import { levelOrder, lightOrder, redder } from './crossOf.ts';

/** The same as the cross table, one line for each department and item; cards on a phone. */
export function LightRows({ cells }: { cells: readonly LightCell[] }) {
  const { t } = useTranslation();
  const { say } = useLanguage();
  const caption = t('supervision.cross.rowsCaption');
  const placeOf = (level: string | undefined) => (levelOrder as readonly unknown[]).indexOf(level);
  const sorted = [...cells].sort(
    (one, other) =>
      placeOf(one.department.level) - placeOf(other.department.level) ||
      redder(one, other) ||
      one.department.name.localeCompare(other.department.name, 'zh-CN'),
  );
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling area must be reachable by keyboard
    <div className="ow-scroll" tabIndex={0} role="region" aria-label={caption}>
      <table className="ow-plain-table">
        <caption className="ow-hidden">{caption}</caption>
        <thead>
          <tr>
            <th scope="col">{t('supervision.level')}</th>
            <th scope="col">{t('case.department')}</th>
            <th scope="col">{t('supervision.period.item')}</th>
            <LightHeads />
            <th scope="col">{t('supervision.cross.all')}</th>
          </tr>
        </thead>
        <tbody>
          {sorted.map(({ department, item, ...counts }) => (
            <tr key={`${department.id} ${item.packCode}`}>
              <td>{t(`common.level.${department.level}`)}</td>
              <th scope="row">{department.name}</th>
              <td>{say(item.name)}</td>
              <LightCells
                name={`${department.name} ${say(item.name)}`}
                counts={counts}
                drill={{ department: department.id, item: item.packCode }}
              />
              <td className="ow-nums">{lightOrder.reduce((sum, light) => sum + counts[light], 0)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
