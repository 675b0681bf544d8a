import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { Board, LightColour } from '../api/types.ts';
import { LightIcon } from '../components/Light.tsx';

const order: LightColour[] = ['red', 'yellow', 'green', 'paused', 'doneOnTime', 'doneLate'];

/** The totals as cards: sign, word and number; each leads to its list. */
export function LightTotals({ totals }: { totals: Board['totals'] }) {
  const { t } = useTranslation();
  return (
    <ul className="ow-cards">
      {order.map((light) => (
        <li key={light}>
          <Link className={`ow-total ow-total-${light}`} to={`/supervision?light=${light}`}>
            <span>
              <LightIcon light={light} /> {t(`common.light.${light}`)}
            </span>
            <strong>{totals[light as keyof typeof totals]}</strong>
          </Link>
        </li>
      ))}
    </ul>
  );
}
