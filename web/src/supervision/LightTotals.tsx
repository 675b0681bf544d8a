import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { Board } from '../api/supervisionTypes.ts';
import type { LightColour } from '../api/types.ts';
import { LightIcon } from '../components/Light.tsx';
import { type Drill, ever, useDrill } from './useDrill.ts';

const drills = {
  red: { light: 'red' },
  yellow: { light: 'yellow' },
  green: { light: 'green' },
  paused: { light: 'paused' },
  doneOnTime: { figure: 'onTime', day: ever },
  doneLate: { figure: 'late', day: ever },
} as const satisfies Record<LightColour, Drill>;

/** The totals as cards: sign, word and number; each leads to its list. */
export function LightTotals({ totals }: { totals: Board['totals'] }) {
  const { t } = useTranslation();
  const to = useDrill();
  return (
    <ul className="ow-cards">
      {(Object.keys(drills) as LightColour[]).map((light) => (
        <li key={light}>
          <Link className={`ow-total ow-total-${light}`} to={to(drills[light])}>
            <span>
              <LightIcon light={light} /> {t(`common.light.${light}`)}
              {'day' in drills[light] ? (
                <small className="ow-muted"> {t('supervision.period.ever')}</small>
              ) : null}
            </span>
            <strong>{totals[light]}</strong>
          </Link>
        </li>
      ))}
    </ul>
  );
}
