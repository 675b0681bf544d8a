import { AppError } from '../../errors/appError.ts';

const day = 86_400_000;

/**
 * The limit (short form) of a clock that starts today and is due on a day: so many calendar days, which end at close of
 * business, on the next working day where that one is none. Both days are Shanghai days, `YYYY-MM-DD`.
 * Throws AppError `deadlinePast`.
 */
export function deadlineLimit(today: string, dueDay: string): string {
  const days = Math.round((Date.parse(dueDay) - Date.parse(today)) / day);
  if (!(days >= 0)) throw new AppError('deadlinePast');
  return days === 0 ? 'immediate' : `${days} day`;
}
