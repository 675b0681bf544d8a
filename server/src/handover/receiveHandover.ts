import type { AppContext } from '../app/appContext.ts';
import { announce, changeCaseIn } from '../cases/changeCase.ts';
import type { CaseDocument } from '../cases/model.ts';
import { AppError } from '../errors/appError.ts';
import { type Actor, asAuthor, asEventActor } from '../identity/actor.ts';
import { inTransaction } from '../store/inTransaction.ts';
import type { HandoverDifference, HandoverDocument } from './model.ts';
import { readHandover } from './readHandover.ts';

/**
 * The receiving counter has counted the papers: the slip is closed with what differs, and so it stands in the audit of each
 * case. Throws AppError `notFound`, `stateConflict` (received before), `handoverLine` (a line that is not on the slip).
 */
export async function receiveHandover(input: {
  app: AppContext;
  actor: Actor;
  id: string;
  differences: HandoverDifference[];
}): Promise<HandoverDocument> {
  const { app, actor, id, differences } = input;
  const slip = await readHandover(app, actor, id);
  if (slip.toDepartmentId !== actor.department.id) throw new AppError('notFound');
  if (slip.state !== 'sent') throw new AppError('stateConflict', { params: { state: slip.state } });
  for (const difference of differences) requireLine(slip, difference);
  const now = app.time.now();
  const received = { state: 'received' as const, receivedBy: asAuthor(actor), receivedAt: now, differences };
  const changed = await inTransaction(app.connection, async (session) => {
    const { modifiedCount } = await app.models.handovers.updateOne(
      { _id: slip._id, state: 'sent' },
      { $set: received },
      { session },
    );
    if (modifiedCount !== 1) throw new AppError('stateConflict', { params: { state: 'received' } });
    const done: CaseDocument[] = [];
    for (const caseId of slip.caseIds) {
      const own = differences.filter((difference) => difference.caseId === caseId);
      const { subject } = await changeCaseIn(
        session,
        {
          app,
          caseId,
          actor: asEventActor(actor),
          work: (change) => {
            const { handover } = change.subject;
            if (handover?.slipId === slip._id) change.subject.handover = { ...handover, state: 'received' };
            const { number } = slip;
            if (own.length === 0) change.event('handoverReceived', { number });
            else change.event('handoverDiffers', { number, differences: own.map(inWords(slip)).join('；') });
          },
        },
        now,
      );
      done.push(subject);
    }
    return done;
  });
  for (const subject of changed) announce(app, subject, now);
  return { ...slip, ...received };
}

function requireLine(slip: HandoverDocument, { caseId, materialKey }: HandoverDifference): void {
  const listed = slip.cases.find((entry) => entry.caseId === caseId);
  const known =
    listed !== undefined &&
    (materialKey === undefined || listed.materials.some(({ key }) => key === materialKey));
  if (!known) throw new AppError('handoverLine');
}

/** A difference as the audit and the confirmation tell it. */
export function inWords(slip: HandoverDocument) {
  return ({ caseId, materialKey, counted, note }: HandoverDifference): string => {
    const listed = slip.cases.find((entry) => entry.caseId === caseId);
    const material = listed?.materials.find(({ key }) => key === materialKey);
    const what =
      material === undefined
        ? '整件'
        : `${material.name['zh-CN']}：应 ${material.count} 件，实 ${counted} 件`;
    return note === '' ? what : `${what}（${note}）`;
  };
}
