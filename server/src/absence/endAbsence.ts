import type { AppContext } from '../app/appContext.ts';
import { recordSecurityEvent } from '../audit/recordSecurityEvent.ts';
import { AppError } from '../errors/appError.ts';
import { type Actor, asEventActor } from '../identity/actor.ts';
import { inTransaction } from '../store/inTransaction.ts';

/**
 * The person is back, or never went: from now on nobody stands in. What the deputy has taken stays with them.
 * Throws AppError `notFound`, `forbidden`, `absenceOver`.
 */
export async function endAbsence(input: { app: AppContext; actor: Actor; id: string }): Promise<void> {
  const { app, actor, id } = input;
  const absence = await app.models.absences.findOne({ _id: id, tenant: app.tenant }).lean();
  if (absence === null || absence.departmentId !== actor.department.id) throw new AppError('notFound');
  if (absence.userId !== actor.id && !actor.roles.includes('head')) throw new AppError('forbidden');
  await inTransaction(app.connection, async (session) => {
    const ended = await app.models.absences.updateOne(
      { _id: id, version: absence.version },
      { $set: { endedAt: app.time.now(), version: absence.version + 1 } },
      { session },
    );
    if (absence.endedAt !== undefined || ended.modifiedCount !== 1) throw new AppError('absenceOver');
    const details = { absence: id, user: absence.userId };
    await recordSecurityEvent({ app, type: 'absenceEnded', actor: asEventActor(actor), details, session });
  });
}
