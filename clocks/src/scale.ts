import type { OfficeDay } from './businessHours.ts';
import { MINUTES_PER_DAY } from './shanghaiTime.ts';
import type { WorkingDays } from './workingDays.ts';

/**
 * A way of counting along a line of whole positions (day numbers or minutes). `before(x)` is how many
 * units lie before position x; `reach(c)` the earliest position before which c units lie (c ≥ 1).
 */
export interface Scale {
  before(position: number): number;
  reach(count: number): number;
}

/** Every position counts: calendar days, or minutes. */
export const everything: Scale = { before: (position) => position, reach: (count) => count };

/** Positions are day numbers; working days count. */
export function workdayScale(days: WorkingDays): Scale {
  return { before: days.before, reach: (count) => days.atRank(count) + 1 };
}

/** Positions are minutes; business minutes of working days count. */
export function businessScale(days: WorkingDays, office: OfficeDay): Scale {
  return {
    before(minute) {
      const day = Math.floor(minute / MINUTES_PER_DAY);
      const whole = days.before(day) * office.length;
      if (!days.isWorkday(day)) return whole;
      const within = minute - day * MINUTES_PER_DAY;
      return office.spans.reduce(
        (sum, { from, to }) => sum + Math.max(0, Math.min(within, to) - from),
        whole,
      );
    },
    reach(count) {
      const rank = Math.ceil(count / office.length);
      let left = count - (rank - 1) * office.length;
      const midnight = days.atRank(rank) * MINUTES_PER_DAY;
      for (const { from, to } of office.spans) {
        if (left <= to - from) return midnight + from + left;
        left -= to - from;
      }
      return midnight + office.close;
    },
  };
}

/** Positions `[from, to)` that do not count; ascending, apart from one another. */
export type Gaps = readonly { readonly from: number; readonly to: number }[];

/** Joins overlapping and touching spans; drops empty ones. */
export function joinGaps(spans: Gaps): Gaps {
  const joined: { from: number; to: number }[] = [];
  for (const { from, to } of [...spans].sort((a, b) => a.from - b.from)) {
    const last = joined.at(-1);
    if (to <= from) continue;
    if (last && from <= last.to) last.to = Math.max(last.to, to);
    else joined.push({ from, to });
  }
  return joined;
}

/** Counting from an origin with gaps left out. */
export interface Tally {
  /** Units counted in `[origin, position)`; 0 before the origin. */
  elapsed(position: number): number;
  /** Earliest position at which `count` units (≥ 1) have been counted. */
  reach(count: number): number;
}

export function tally(scale: Scale, origin: number, gaps: Gaps): Tally {
  return {
    elapsed(position) {
      let count = 0;
      let at = origin;
      for (const gap of gaps) {
        if (gap.to <= at) continue;
        if (gap.from >= position) break;
        if (gap.from > at) count += scale.before(gap.from) - scale.before(at);
        at = gap.to;
      }
      return position > at ? count + scale.before(position) - scale.before(at) : count;
    },
    reach(count) {
      let left = count;
      let at = origin;
      for (const gap of gaps) {
        if (gap.to <= at) continue;
        if (gap.from > at) {
          const counted = scale.before(gap.from) - scale.before(at);
          if (left <= counted) break;
          left -= counted;
        }
        at = gap.to;
      }
      return scale.reach(scale.before(at) + left);
    },
  };
}
