import type { TFunction } from 'i18next';

const units = new Set(['workday', 'day', 'month', 'year', 'workhour', 'hour', 'minute']);

/** A limit such as `10 workday` in words; what is not one is handed back. */
export function limitWords(limit: string | null | undefined, t: TFunction): string {
  if (limit === null || limit === undefined || limit === '' || limit === 'none')
    return t('common.limit.none');
  if (limit === 'immediate') return t('common.limit.immediate');
  const [amount, unit] = limit.trim().split(/\s+/);
  if (amount === undefined || unit === undefined || !units.has(unit)) return limit;
  return t(`common.limit.${unit}`, { amount, count: Number(amount) });
}
