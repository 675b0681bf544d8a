import { useTranslation } from 'react-i18next';
import type { Board } from '../../api/supervisionTypes.ts';
import { LightIcon } from '../../components/Light.tsx';
import { lightOrder, redder, sumOf } from '../lights/crossOf.ts';

/** So many lines can be read from afar. */
const lines = 9;

/** Lights by department, the reddest first; what does not fit is summed up in a last line. */
export function ScreenDepartments({ rows }: { rows: Board['byDepartment'] }) {
  const { t } = useTranslation();
  if (rows.length === 0) return <p className="ow-big-none">{t('supervision.noCases')}</p>;
  const sorted = [...rows].sort(redder);
  const shown = sorted.length > lines ? sorted.slice(0, lines - 1) : sorted;
  const rest = sorted.slice(shown.length);
  const all = [
    ...shown.map((row) => ({ key: row.department.id, name: row.department.name, counts: row })),
    ...(rest.length === 0
      ? []
      : [
          {
            key: 'rest',
            name: t('supervision.screen.rest', { count: rest.length }),
            counts: sumOf(rest),
          },
        ]),
  ];
  return (
    <table className="ow-big-table">
      <thead>
        <tr>
          <th scope="col">{t('case.department')}</th>
          {lightOrder.map((light) => (
            <th scope="col" key={light} className={`ow-big-${light}`}>
              <LightIcon light={light} /> {t(`common.light.${light}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {all.map(({ key, name, counts }) => (
          <tr key={key}>
            <th scope="row">{name}</th>
            {lightOrder.map((light) => (
              <td key={light} className={counts[light] > 0 ? `ow-big-${light}` : 'ow-big-zero'}>
                {counts[light]}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
