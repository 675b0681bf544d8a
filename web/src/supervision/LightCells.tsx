import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { Totals } from '../api/supervisionTypes.ts';
import { Light } from '../components/Light.tsx';
import { type Drill, useDrill } from './useDrill.ts';

const lights = ['red', 'yellow', 'green', 'paused'] as const;

export function LightHeads() {
  return lights.map((light) => (
    <th scope="col" key={light}>
      <Light light={light} />
    </th>
  ));
}

/** The numbers of a row by light; each leads to the cases behind it. */
export function LightCells({ name, counts, drill }: { name: string; counts: Totals; drill: Drill }) {
  const { t } = useTranslation();
  const to = useDrill();
  return lights.map((light) => (
    <td key={light} className="ow-nums">
      {counts[light] === 0 ? (
        0
      ) : (
        <Link
          className="ow-cell-link"
          to={to({ ...drill, light })}
          aria-label={t('supervision.cell', {
            department: name,
            light: t(`common.light.${light}`),
            count: counts[light],
          })}
        >
          {counts[light]}
        </Link>
      )}
    </td>
  ));
}
