import type { EventDocument } from '../../audit/model.ts';

/** What a rule sees of an event. */
export type TrailEvent = Pick<EventDocument, 'seq' | 'at' | 'type' | 'actor' | 'details'>;

/** What the rules are told of a case when something has happened to it. */
export interface Trail {
  /** The whole history in order, the new events at its end. */
  events: readonly TrailEvent[];
  /** The new events. */
  fresh: readonly TrailEvent[];
  /** Present once decided. */
  decision?: { kind: 'grant' | 'refuse'; reason: string; stepKey: string } | undefined;
  /** Steps that the process always puts before a step, by its key. */
  before: ReadonlyMap<string, readonly string[]>;
  /** Keys of materials that the license store holds for the applicant. */
  held: ReadonlySet<string>;
  /** Working days after the day of the first instant, up to and including that of the second. */
  workdays: (from: Date, to: Date) => number;
}

/** An irregularity: what makes it one, the facts it rests on, and what its sentence tells. */
export interface Irregularity {
  /** Tells it apart from others of the same rule and case: found again, it is the same. */
  key: string;
  /** Numbers of the events that it rests on, in order. */
  rests: readonly number[];
  /** Values of the sentence; no personal data but names of officers. */
  details: Record<string, string | number>;
}

/** Thresholds by name, as the district has set them. */
export type Thresholds = Readonly<Record<string, number>>;

/** A rule looks at the trail; pure, and the same for the same trail. */
export type Detector = (trail: Trail, thresholds: Thresholds) => Irregularity[];

/** The person of an event: the one who acted. */
export function personOfEvent(
  event: TrailEvent,
): { id: string; name: string; departmentId: string } | undefined {
  return event.actor.kind === 'user' ? event.actor : undefined;
}
