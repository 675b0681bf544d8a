import { type Detector, personOfEvent, type Trail, type TrailEvent } from './trail.ts';

/**
 * A department has completed a step `times` times. Completions that follow each other without another step between are
 * one: experts and departments that give their opinions side by side repeat nothing.
 */
export const stepsRepeated: Detector = (trail, { times = 2 }) =>
  trail.fresh.flatMap((event) => {
    if (event.type !== 'stepCompleted') return [];
    const step = stepOf(event);
    const department = personOfEvent(event)?.departmentId ?? '';
    const rounds = roundsOf(trail, step, department, event.seq);
    // Told when it comes to the limit: once, not at every further round.
    if (rounds.length !== times) return [];
    return [
      {
        key: `${step}:${department}`,
        rests: rounds.map(({ seq }) => seq),
        details: { step, department, count: rounds.length, limit: times },
      },
    ];
  });

function roundsOf(trail: Trail, step: string, department: string, until: number): TrailEvent[] {
  const completed = trail.events.filter(({ type, seq }) => type === 'stepCompleted' && seq <= until);
  return completed.filter((event, at) => {
    if (stepOf(event) !== step || personOfEvent(event)?.departmentId !== department) return false;
    const before = completed[at - 1];
    return before === undefined || stepOf(before) !== step;
  });
}

/** A step was completed though one that the process always puts before it was not. Migrated cases have another past. */
export const stepsOutOfOrder: Detector = (trail) => {
  if (trail.events.some(({ type }) => type === 'caseMigrated')) return [];
  return trail.fresh.flatMap((event) => {
    if (event.type !== 'stepCompleted') return [];
    const step = stepOf(event);
    const done = new Set(
      trail.events
        .filter(({ type, seq }) => type === 'stepCompleted' && seq < event.seq)
        .map((earlier) => stepOf(earlier)),
    );
    const missing = (trail.before.get(step) ?? []).find((earlier) => !done.has(earlier));
    return missing === undefined
      ? []
      : [{ key: `${step}:${missing}`, rests: [event.seq], details: { step, missing } }];
  });
};

function stepOf(event: TrailEvent): string {
  return String(event.details['step']);
}
