import fc from 'fast-check';
import type { ClockInput, Pause } from './clockInput.ts';
import { type CountedUnit, type DueLimit, parseLimit } from './limit.ts';

/** Shanghai wall clock `YYYY-MM-DD HH:MM[:SS]` as an instant. */
export function wall(text: string): Date {
  return new Date(`${text.replace(' ', 'T')}${text.length === 16 ? ':00' : ''}+08:00`);
}

export function pause(from: string, to?: string): Pause {
  return { from: wall(from), ...(to ? { to: wall(to) } : {}), reason: '检验', documentNo: '特程〔2026〕1号' };
}

/** A clock from the short form of its limit and a wall-clock start. */
export function clock(limit: string, start: string, more: Partial<ClockInput> = {}): ClockInput {
  return { limit: parseLimit(limit) as DueLimit, startAt: wall(start), ...more };
}

const MAXIMUM: Readonly<Record<CountedUnit, number>> = {
  workday: 60,
  day: 90,
  month: 6,
  year: 2,
  workhour: 50,
  hour: 100,
  minute: 3000,
};

/** Random clocks in the published years and past them: pauses closed, overlapping, on odd minutes. */
export function anyClock(units: readonly DueLimit['unit'][]): fc.Arbitrary<ClockInput> {
  const start = fc
    .integer({ min: 0, max: 3 * 365 * 1440 + 1439 })
    .map((minute) => new Date(wall('2024-01-01 00:00').getTime() + minute * 60_000));
  const edgy = fc.oneof(
    fc.integer({ min: -2000, max: 60 * 1440 }),
    fc
      .tuple(fc.integer({ min: -1, max: 60 }), fc.constantFrom(0, 539, 540, 720, 810, 1079, 1080, 1081))
      .map(([day, minute]) => day * 1440 + minute),
  );
  return fc
    .tuple(
      start,
      fc.constantFrom(...units),
      fc.nat(),
      fc.array(fc.tuple(edgy, fc.oneof(fc.constant(0), fc.integer({ min: 0, max: 9 * 1440 }))), {
        maxLength: 4,
      }),
      fc.boolean(),
      fc.boolean(),
    )
    .map(([startAt, unit, seed, spans, onWall, ownHours]) => {
      const limit: DueLimit = unit === 'immediate' ? { unit } : { unit, value: 1 + (seed % MAXIMUM[unit]) };
      // Half of the pauses are laid on the wall clock, so that they meet close of business and midnight exactly.
      const origin = onWall
        ? Math.floor((startAt.getTime() + 8 * 3_600_000) / 86_400_000) * 86_400_000 - 8 * 3_600_000
        : startAt.getTime();
      const pauses = spans.map(([from, length]) => ({
        from: new Date(origin + from * 60_000),
        to: new Date(origin + (from + length) * 60_000),
        reason: '检测',
      }));
      const businessHours = ownHours
        ? [
            { from: '08:30', to: '11:30' },
            { from: '14:00', to: '17:15' },
          ]
        : undefined;
      return { limit, startAt, pauses, businessHours };
    });
}
