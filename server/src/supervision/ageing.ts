import type { Counter } from './counters/countLines.ts';

/** How far open, running clocks are behind or before their due instant, in calendar days of Shanghai. */
export const ages = [
  'lateOver30',
  'late8To30',
  'lateUpTo7',
  'dueToday',
  'dueIn1To3',
  'dueIn4To7',
  'dueLater',
] as const;
export type Age = (typeof ages)[number];

/** Minutes by which Shanghai is ahead of UTC, and minutes of a day. */
const ahead = 480;
const ofDay = 1440;
const dayOf = (minute: number) => Math.floor((minute + ahead) / ofDay);

/** Counts the running clocks of these figures by age at an instant; those due before this minute are late (red). */
export function countAges(counters: readonly Pick<Counter, 'due'>[], now: Date): Record<Age, number> {
  const minute = Math.floor(now.getTime() / 60_000);
  const counted = Object.fromEntries(ages.map((age) => [age, 0])) as Record<Age, number>;
  for (const { due } of counters)
    for (const [key, n] of Object.entries(due)) counted[ageOf(Number(key), minute)] += n;
  return counted;
}

function ageOf(due: number, minute: number): Age {
  const days = dayOf(due) - dayOf(minute);
  if (due < minute) return days < -30 ? 'lateOver30' : days < -7 ? 'late8To30' : 'lateUpTo7';
  if (days === 0) return 'dueToday';
  return days <= 3 ? 'dueIn1To3' : days <= 7 ? 'dueIn4To7' : 'dueLater';
}
