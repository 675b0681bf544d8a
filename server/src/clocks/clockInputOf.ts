import { type ClockInput, clockKinds, type DueLimit, hasDue, parseLimit } from '@onewindow/clocks';
import type { ClockDocument, ClockKind } from './model.ts';

/** The stored clock as the calculation takes it. Throws Error for a stored limit without a due date. */
export function clockInputOf(clock: ClockDocument): ClockInput {
  return {
    kind: kindOf(clock.kind),
    limit: dueLimit(clock.limit),
    startAt: clock.startAt,
    pauses: clock.pauses,
    extensions: clock.extensions.map((extension) => ({ ...extension, admitted: true })),
    ...(clock.businessHours === undefined ? {} : { businessHours: clock.businessHours }),
    ...(clock.thresholds === undefined ? {} : { thresholds: clock.thresholds }),
    ...(clock.stoppedAt === undefined ? {} : { stoppedAt: clock.stoppedAt }),
    ...(clock.notAfterDay === undefined ? {} : { notAfterDay: clock.notAfterDay }),
  };
}

/** The calculation knows the clocks of the law by name; those of a procedure are all alike to it. */
function kindOf(kind: ClockKind): NonNullable<ClockInput['kind']> {
  return (clockKinds as readonly string[]).includes(kind)
    ? (kind as NonNullable<ClockInput['kind']>)
    : 'other';
}

function dueLimit(limit: string): DueLimit {
  const parsed = parseLimit(limit);
  if (!hasDue(parsed)) throw new Error(`clock with limit "${limit}" never falls due`);
  return parsed;
}
