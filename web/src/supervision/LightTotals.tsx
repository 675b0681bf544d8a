import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { Board } from '../api/supervisionTypes.ts';
import type { LightColour } from '../api/types.ts';
import { LightIcon } from '../components/Light.tsx';
import { useDrill } from './useDrill.ts';

const order: LightColour[] = ['red', 'yellow', 'green', 'paused', 'doneOnTime', 'doneLate'];

/** The totals as cards: sign, word and number; what still runs leads to its list. */
export function LightTotals({ totals }: { totals: Board['totals'] }) {
  const to = useDrill();
  return (
    <ul className="ow-cards">
      {order.map((light) => (
        <li key={light}>
          {light.startsWith('done') ? (
            <div className={`ow-total ow-total-${light}`}>
              <Total light={light} count={totals[light]} />
            </div>
          ) : (
            <Link className={`ow-total ow-total-${light}`} to={to({ light })}>
              <Total light={light} count={totals[light]} />
            </Link>
          )}
        </li>
      ))}
    </ul>
  );
}

function Total({ light, count }: { light: LightColour; count: number }) {
  const { t } = useTranslation();
  return (
    <>
      <span>
        <LightIcon light={light} /> {t(`common.light.${light}`)}
      </span>
      <strong>{count}</strong>
    </>
  );
}
