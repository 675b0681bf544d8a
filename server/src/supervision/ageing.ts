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

/** The first and the last due minute of an age, as of a minute; agrees with `countAges`. */
export function minutesOfAge(age: Age, minute: number): { from: number; to: number } {
  const today = dayOf(minute);
  const begin = (days: number) => (today + days) * ofDay - ahead;
  const forever = Number.POSITIVE_INFINITY;
  const ends: Record<Age, [number, number]> = {
    lateOver30: [0, begin(-30)],
    late8To30: [begin(-30), begin(-7)],
    lateUpTo7: [begin(-7), minute],
    dueToday: [minute, begin(1)],
    dueIn1To3: [begin(1), begin(4)],
    dueIn4To7: [begin(4), begin(8)],
    dueLater: [begin(8), forever],
  };
  const [from, to] = ends[age];
  return { from, to: to - 1 };
}
