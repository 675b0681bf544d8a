import type { TFunction } from 'i18next';

const minute = 60_000;
const units = [
  { name: 'day', size: 1440 * minute },
  { name: 'hour', size: 60 * minute },
  { name: 'minute', size: minute },
] as const;

/** A stretch of time, given in milliseconds, in its two largest units; below a minute, seconds. */
export function formatElapsed(milliseconds: number, t: TFunction): string {
  if (milliseconds < minute) return t('live.unit.second', { count: Math.round(milliseconds / 1000) });
  let left = Math.round(milliseconds / minute) * minute;
  const parts: string[] = [];
  for (const { name, size } of units) {
    const count = Math.floor(left / size);
    left -= count * size;
    if (count > 0 || (parts.length > 0 && left > 0)) parts.push(t(`live.unit.${name}`, { count }));
  }
  return parts.slice(0, 2).join(' ');
}
