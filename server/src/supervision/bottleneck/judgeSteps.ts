import { stepTimes } from '../../liveView/stepTimes.ts';
import { measureOf, type StayUnit, type StepStay } from './readStays.ts';

/** Fewer stays say nothing about where a process is slow. */
export const enoughStays = 5;
/** So many of the longest stays are told of each step. */
const longest = 10;

export interface StepFigures {
  unit: StayUnit;
  /** The step's limit in that unit; null where it has none, or counts otherwise. */
  limit: number | null;
  samples: number;
  /** Stays that ended after their clock was due. */
  late: number;
  average: number;
  p90: number;
  /** The longest stays, longest first. */
  longest: StepStay[];
}

/** How long each step took, in the unit of its limit. */
export function judgeSteps(
  stays: readonly StepStay[],
  limitOf: (stepKey: string) => string | undefined,
): ReadonlyMap<string, StepFigures> {
  // Told to two decimals: a mean of working days is not a whole number.
  const times = stepTimes(
    stays.map(({ stepKey, used }) => ({ elementId: stepKey, milliseconds: used * 100 })),
  );
  return new Map(
    [...times].map(([stepKey, { samples, average, p90 }]) => {
      const of = stays.filter((stay) => stay.stepKey === stepKey);
      const figures: StepFigures = {
        ...measureOf(limitOf(stepKey)),
        samples,
        late: of.filter(({ late }) => late).length,
        average: average / 100,
        p90: p90 / 100,
        longest: [...of].sort((one, other) => other.used - one.used).slice(0, longest),
      };
      return [stepKey, figures];
    }),
  );
}

export interface Bottleneck {
  stepKey: string;
  /** `p90`: nine in ten took the largest part of the limit; `waiting`: too few have passed, and most wait over their time there. */
  because: 'p90' | 'waiting';
}

/**
 * The worst step: where the 90th percentile is the largest part of the limit (at least `enoughStays` stays; a step without a
 * comparable limit by the share that was late); while too few have passed, where most wait over their time.
 */
export function findBottleneck(
  figures: ReadonlyMap<string, StepFigures>,
  overdue: ReadonlyMap<string, number>,
): Bottleneck | undefined {
  const part = ({ limit, p90, late, samples }: StepFigures) =>
    limit === null ? (late === 0 ? 0 : 1 + late / samples) : p90 / limit;
  const [slowest] = [...figures]
    .filter(([, of]) => of.samples >= enoughStays && part(of) > 0)
    .sort(
      ([one, a], [other, b]) =>
        part(b) - part(a) || b.late / b.samples - a.late / a.samples || (one < other ? -1 : 1),
    );
  if (slowest !== undefined) return { stepKey: slowest[0], because: 'p90' };
  const [fullest] = [...overdue]
    .filter(([, count]) => count > 0)
    .sort(([one, a], [other, b]) => b - a || (one < other ? -1 : 1));
  return fullest === undefined ? undefined : { stepKey: fullest[0], because: 'waiting' };
}
