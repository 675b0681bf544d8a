import type { EventDocument } from '../audit/model.ts';
import type { CaseDocument } from '../cases/model.ts';

/** One entry of a case's audit as the supervisors' live feed shows it: staff by name, nothing personal of applicants. */
export interface Activity {
  /** Id of the event. */
  id: string;
  type: string;
  at: string;
  caseId: string;
  caseNo: string;
  packCode: string;
  /** Who did it; portal accounts and systems without a name. */
  actor: { kind: EventDocument['actor']['kind']; name?: string };
  /** Place: the department of who acted, else the one that decides the case. */
  departmentId: string;
  step?: string;
  /** Whole seconds since the case was changed before; absent where that is not known. */
  lasted?: number;
}

type Shown = Pick<CaseDocument, 'caseNo' | 'packCode' | 'departmentId'>;

export function activityOf(event: EventDocument, subject: Shown): Activity {
  const { actor, details } = event;
  const step = details['step'];
  return {
    id: event._id,
    type: event.type,
    at: event.at.toISOString(),
    caseId: event.caseId,
    caseNo: subject.caseNo ?? '',
    packCode: subject.packCode,
    actor: actor.kind === 'user' ? { kind: actor.kind, name: actor.name } : { kind: actor.kind },
    departmentId: actor.kind === 'user' ? actor.departmentId : subject.departmentId,
    ...(typeof step === 'string' ? { step } : {}),
    ...(event.since == null
      ? {}
      : { lasted: Math.max(0, Math.floor((event.at.getTime() - event.since.getTime()) / 1000)) }),
  };
}

/** Events that were committed with a case as it stands in memory, until they are told. */
const committed = new WeakMap<object, readonly EventDocument[]>();

export function keepForTelling(subject: object, events: readonly EventDocument[]): void {
  committed.set(subject, events);
}

/** What is to be told of a case that was just changed; once. */
export function activitiesOf(subject: Shown & object): Activity[] {
  const events = committed.get(subject) ?? [];
  committed.delete(subject);
  return events.map((event) => activityOf(event, subject));
}
