import type { AppContext } from '../app/appContext.ts';
import { AppError } from '../errors/appError.ts';
import type { Actor } from '../identity/actor.ts';
import { isDuplicateKey } from '../store/inTransaction.ts';
import { newId } from '../store/newId.ts';
import { managedHall } from './hallScope.ts';
import type { HallDocument, RosterDocument, Shift } from './model.ts';
import { minuteOfDay } from './openingTimes.ts';

/** The roster of a hall on a day; an empty one of version 0 when there is none. */
export async function readRoster(
  app: AppContext,
  hallId: string,
  day: string,
): Promise<Pick<RosterDocument, 'shifts' | 'version'>> {
  const found = (await app.models.rosters
    .findOne({ tenant: app.tenant, hallId, day })
    .lean()) as RosterDocument | null;
  return found ?? { shifts: [], version: 0 };
}

/** The roster with the clerks there are, for who arranges the hall. Throws AppError `hallUnknown`. */
export async function viewRoster(input: { app: AppContext; actor: Actor; hallId: string; day: string }) {
  const { app, actor, hallId, day } = input;
  const hall = await managedHall(app, actor, hallId);
  const [{ shifts, version }, clerks] = await Promise.all([
    readRoster(app, hallId, day),
    clerksOf(app, hall.departmentId),
  ]);
  return { day, version, shifts, clerks };
}

/** Clerks of a department. The accounts of a tenant (some hundreds) are read whole. */
async function clerksOf(app: AppContext, departmentId: string) {
  const users = await app.models.users.find({ tenant: app.tenant }).lean();
  return users
    .filter((user) => user.departmentId === departmentId && user.active && user.roles.includes('clerk'))
    .map(({ _id, name }) => ({ id: _id, name }));
}

/**
 * Says who sits at which counter when on a day. Throws AppError `hallUnknown`, `counterUnknown`, `clerkUnknown`,
 * `shiftsOverlap` (one clerk in two places), `versionConflict`.
 */
export async function saveRoster(input: {
  app: AppContext;
  actor: Actor;
  hallId: string;
  day: string;
  version: number | undefined;
  shifts: Omit<Shift, 'userName'>[];
}) {
  const { app, actor, hallId, day, version = 0 } = input;
  const { tenant } = app;
  const hall = await managedHall(app, actor, hallId);
  const shifts = checkShifts(hall, await clerksOf(app, hall.departmentId), input.shifts);
  if (version === 0) {
    const entry = { _id: newId(), schemaVersion: 1, tenant, hallId, day, version: 1, shifts };
    await app.models.rosters.create(entry).catch((cause: unknown) => {
      throw isDuplicateKey(cause) ? new AppError('versionConflict') : cause;
    });
  } else {
    const { modifiedCount } = await app.models.rosters.updateOne(
      { tenant, hallId, day, version },
      { $set: { shifts, version: version + 1 } },
    );
    if (modifiedCount !== 1) throw new AppError('versionConflict');
  }
  return viewRoster({ app, actor, hallId, day });
}

function checkShifts(
  hall: HallDocument,
  clerks: readonly { id: string; name: string }[],
  shifts: readonly Omit<Shift, 'userName'>[],
): Shift[] {
  const named = shifts.map((shift) => {
    if (!hall.counters.some(({ no }) => no === shift.counter))
      throw new AppError('counterUnknown', { params: { counter: shift.counter } });
    const clerk = clerks.find(({ id }) => id === shift.userId);
    if (clerk === undefined) throw new AppError('clerkUnknown');
    return { ...shift, userName: clerk.name };
  });
  for (const [at, one] of named.entries())
    for (const other of named.slice(at + 1))
      if (one.userId === other.userId && overlap(one, other))
        throw new AppError('shiftsOverlap', { params: { name: one.userName } });
  return named.sort((a, b) => a.from.localeCompare(b.from) || a.counter.localeCompare(b.counter));
}

const overlap = (one: Omit<Shift, 'userName'>, other: Omit<Shift, 'userName'>) =>
  one.from < other.to && other.from < one.to;

/** Shifts that run at this minute of the day. */
export function shiftsAt(shifts: readonly Shift[], minute: number): Shift[] {
  return shifts.filter(({ from, to }) => minuteOfDay(from) <= minute && minute < minuteOfDay(to));
}
