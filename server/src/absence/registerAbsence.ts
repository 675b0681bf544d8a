import { shanghaiDay } from '@onewindow/clocks';
import type { AppContext } from '../app/appContext.ts';
import { recordSecurityEvent } from '../audit/recordSecurityEvent.ts';
import { AppError } from '../errors/appError.ts';
import { type Actor, asAuthor, asEventActor } from '../identity/actor.ts';
import { type Role, roles, type UserDocument } from '../identity/model.ts';
import { readColleague } from '../identity/readColleague.ts';
import { inTransaction } from '../store/inTransaction.ts';
import { listAbsences } from './listAbsences.ts';
import type { AbsenceDocument } from './model.ts';

/** Roles that work on no task and so need no deputy. */
const deskless: readonly Role[] = ['designer', 'supervisor', 'admin'];

/**
 * Registers that somebody of the own department is away from one day to another, and who stands in: oneself for oneself,
 * a head for everybody. The deputy gets no right that they have not; they must share a role with the person.
 * Throws AppError `notFound`, `forbidden`, `absenceDaysWrong`, `absenceOverlaps`, `deputyUnfit`, `deputyAbsent`.
 */
export async function registerAbsence(input: {
  app: AppContext;
  actor: Actor;
  id: string;
  userId: string;
  deputyId: string;
  fromDay: string;
  toDay: string;
}): Promise<AbsenceDocument> {
  const { app, actor, userId, deputyId, fromDay, toDay } = input;
  if (userId !== actor.id && !actor.roles.includes('head')) throw new AppError('forbidden');
  const person = await readColleague(app, actor, userId);
  const deputy = await readColleague(app, actor, deputyId);
  if (toDay < fromDay || toDay < shanghaiDay(app.time.now())) throw new AppError('absenceDaysWrong');
  if (deputyId === userId || !shareDesk(person, deputy))
    throw new AppError('deputyUnfit', { params: { name: deputy.name } });
  const others = (await listAbsences(app, actor.department.id)).filter(
    (one) => one._id !== input.id && one.fromDay <= toDay && one.toDay >= fromDay,
  );
  if (others.some((one) => one.userId === userId)) throw new AppError('absenceOverlaps');
  if (others.some((one) => one.userId === deputyId))
    throw new AppError('deputyAbsent', { params: { name: deputy.name } });
  const absence: AbsenceDocument = {
    _id: input.id,
    schemaVersion: 1,
    tenant: app.tenant,
    version: 1,
    userId,
    userName: person.name,
    departmentId: actor.department.id,
    deputyId,
    deputyName: deputy.name,
    fromDay,
    toDay,
    by: asAuthor(actor),
    at: app.time.now(),
  };
  const known = await app.models.absences.findOne({ _id: input.id }).lean();
  if (known !== null) return known as AbsenceDocument;
  await inTransaction(app.connection, async (session) => {
    await app.models.absences.insertMany([absence], { session });
    const details = { absence: absence._id, user: userId, deputy: deputyId, fromDay, toDay };
    await recordSecurityEvent({
      app,
      type: 'absenceRegistered',
      actor: asEventActor(actor),
      details,
      session,
    });
  });
  return absence;
}

function shareDesk(one: Pick<UserDocument, 'roles'>, other: Pick<UserDocument, 'roles'>): boolean {
  return roles.some(
    (role) => !deskless.includes(role) && one.roles.includes(role) && other.roles.includes(role),
  );
}
