import type { TFunction } from 'i18next';
import type { StepFigures } from '../../api/supervisionTypes.ts';
import { formatElapsed } from '../../liveView/formatElapsed.ts';

/** A length of stay in the unit of its step: working days with one digit where they are not whole, or hours and minutes. */
export function stayWords(value: number, unit: StepFigures['unit'], t: TFunction): string {
  if (unit === 'minute') return formatElapsed(value * 60_000, t);
  return t('supervision.bottleneck.workdays', {
    count: Number.isInteger(value) ? value : Number(value.toFixed(1)),
  });
}

/** How much of the limit nine in ten took at most, in whole per cent; undefined where it cannot be compared. */
export function partOfLimit({ p90, limit }: StepFigures): number | undefined {
  return limit === null || limit === 0 ? undefined : Math.round((p90 / limit) * 100);
}
