/** One stay at an element that has ended. */
export interface Stay {
  readonly elementId: string;
  /** Milliseconds between arrival and end, nights and holidays included. */
  readonly milliseconds: number;
}

export interface StepTimes {
  readonly samples: number;
  /** Milliseconds. */
  readonly average: number;
  /** Nine in ten took no longer; milliseconds. */
  readonly p90: number;
}

/** How long elements took, by element: mean and 90th percentile (nearest rank) of the stays given. */
export function stepTimes(stays: Iterable<Stay>): ReadonlyMap<string, StepTimes> {
  const byElement = new Map<string, number[]>();
  for (const { elementId, milliseconds } of stays) {
    const times = byElement.get(elementId);
    if (times === undefined) byElement.set(elementId, [milliseconds]);
    else times.push(milliseconds);
  }
  return new Map([...byElement].map(([elementId, times]) => [elementId, summarise(times)]));
}

function summarise(times: number[]): StepTimes {
  const sorted = times.sort((one, other) => one - other);
  const rank = Math.ceil(sorted.length * 0.9);
  return {
    samples: sorted.length,
    average: Math.round(sorted.reduce((sum, time) => sum + time, 0) / sorted.length),
    p90: sorted[rank - 1] ?? 0,
  };
}
