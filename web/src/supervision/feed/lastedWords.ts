import type { TFunction } from 'i18next';

/** Whole seconds in the two largest units that they fill. */
export function lastedWords(seconds: number, t: TFunction): string {
  const minutes = Math.floor(seconds / 60);
  const hours = Math.floor(minutes / 60);
  const days = Math.floor(hours / 24);
  if (days > 0) return t('supervision.feed.days', { days, hours: hours % 24 });
  if (hours > 0) return t('supervision.feed.hours', { hours, minutes: minutes % 60 });
  if (minutes > 0) return t('supervision.feed.minutes', { minutes });
  return t('supervision.feed.seconds', { seconds });
}
