import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { Totals } from '../../api/supervisionTypes.ts';
import { LightIcon } from '../../components/Light.tsx';
import { type Drill, useDrill } from '../useDrill.ts';
import { lightOrder } from './crossOf.ts';

/** The lights of a cell that are not none: sign and number, each leading to its cases. */
export function LightChips({
  name,
  counts,
  drill,
}: {
  name: string;
  counts: Totals | undefined;
  drill: Drill;
}) {
  const { t } = useTranslation();
  const to = useDrill();
  const shown = lightOrder.filter((light) => (counts?.[light] ?? 0) > 0);
  if (counts === undefined || shown.length === 0) return <span className="ow-cross-none">·</span>;
  return (
    <span className="ow-chips">
      {shown.map((light) => (
        <Link
          key={light}
          className={`ow-chip ow-chip-${light}`}
          to={to({ ...drill, light })}
          title={t(`common.light.${light}`)}
          aria-label={t('supervision.cell', {
            department: name,
            light: t(`common.light.${light}`),
            count: counts[light],
          })}
        >
          <LightIcon light={light} /> {counts[light]}
        </Link>
      ))}
    </span>
  );
}
