import { shanghaiDay } from '@onewindow/clocks';
import { trusted } from 'mongoose';
import type { AppContext } from '../app/appContext.ts';
import type { AbsenceDocument } from './model.ts';

/** The absences of a department that are under way or to come, by their first day. */
export async function listAbsences(app: AppContext, departmentId: string): Promise<AbsenceDocument[]> {
  const today = shanghaiDay(app.time.now());
  const found = (await app.models.absences
    .find({ tenant: app.tenant, departmentId, toDay: trusted({ $gte: today, $lte: '9999-12-31' }) })
    .lean()) as AbsenceDocument[];
  return found
    .filter((absence) => absence.endedAt === undefined)
    .sort((one, other) => (one.fromDay < other.fromDay ? -1 : 1));
}

/** Those of a department who are away today, by id. */
export async function absentToday(
  app: AppContext,
  departmentId: string,
): Promise<ReadonlyMap<string, AbsenceDocument>> {
  const today = shanghaiDay(app.time.now());
  const absences = await listAbsences(app, departmentId);
  return new Map(absences.flatMap((one) => (one.fromDay <= today ? [[one.userId, one] as const] : [])));
}

/** An absence as it is shown. */
export function viewAbsence(app: AppContext, absence: AbsenceDocument) {
  const today = shanghaiDay(app.time.now());
  return {
    id: absence._id,
    version: absence.version,
    person: { id: absence.userId, name: absence.userName },
    deputy: { id: absence.deputyId, name: absence.deputyName },
    fromDay: absence.fromDay,
    toDay: absence.toDay,
    since: absence.at.toISOString(),
    by: { id: absence.by.id, name: absence.by.name },
    underWay: absence.endedAt === undefined && absence.fromDay <= today && absence.toDay >= today,
  };
}
