import type { CaseDocument } from '../cases/model.ts';
import { newId } from '../store/newId.ts';
import { eventHash } from './eventHash.ts';
import type { EventActor, EventDocument } from './model.ts';

/** The next event of a case, chained to the one before: the case's number and hash go on with it, to be saved together. */
export function appendEvent(
  subject: Pick<CaseDocument, '_id' | 'tenant' | 'eventSeq' | 'lastEventHash'>,
  event: { at: Date; type: string; actor: EventActor; details: Record<string, unknown> },
  /** When the case was changed before. */
  since?: Date,
): EventDocument {
  subject.eventSeq += 1;
  const chained = {
    tenant: subject.tenant,
    caseId: subject._id,
    seq: subject.eventSeq,
    ...event,
    prevHash: subject.lastEventHash,
  };
  const hash = eventHash(chained);
  subject.lastEventHash = hash;
  return { _id: newId(), schemaVersion: 1, ...chained, ...(since === undefined ? {} : { since }), hash };
}
