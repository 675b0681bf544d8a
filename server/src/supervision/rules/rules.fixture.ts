import type { Trail, TrailEvent } from './trail.ts';

export interface TrailPart {
  type: string;
  /** Shanghai time, `2026-11-02T10:00:00`. */
  at?: string;
  /** Id of the officer who acted; left out: the system. */
  by?: string;
  department?: string;
  details?: Record<string, unknown>;
}

/** A trail of these events, the last of them new. */
export function trailOf(parts: readonly TrailPart[], more: Partial<Trail> = {}): Trail {
  const events = parts.map(
    ({ type, at = '2026-11-02T10:00:00', by, department = 'scjg', details = {} }, index): TrailEvent => ({
      seq: index + 1,
      at: new Date(`${at}+08:00`),
      type,
      actor:
        by === undefined
          ? { kind: 'system', name: 'engine' }
          : { kind: 'user', id: by, name: `officer ${by}`, departmentId: department },
      details,
    }),
  );
  return { events, fresh: events.slice(-1), before: new Map(), held: new Set(), workdays: () => 0, ...more };
}
