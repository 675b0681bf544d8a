import { trusted } from 'mongoose';
import type { AppContext } from '../../app/appContext.ts';
import type { UserDocument } from '../../identity/model.ts';
import { subjectIdOf } from './subject.ts';

/** Somebody who works in a department, or has worked there: evaluated for what they did there. */
export interface Worker {
  personId: string;
  subjectId: string;
  name: string;
  roles: UserDocument['roles'];
  /** Whether an act done for this department (absent: not known) counts here: it counts in one department only. */
  counts(departmentId: string | undefined): boolean;
}

/**
 * Accounts of a department, those switched off included because they may have worked in the span, and whoever has moved on
 * to another one: what they did here stays here. What was done nowhere they are known to have worked counts where they are.
 */
export async function peopleOf(app: AppContext, departmentId: string): Promise<Worker[]> {
  const { tenant, models } = app;
  const fields = { name: 1, roles: 1, departmentId: 1 } as const;
  const [staff, here] = await Promise.all([
    models.users.find({ tenant, departmentId }, fields).lean(),
    models.postings.find({ tenant, departmentId }, { personId: 1 }).lean(),
  ]);
  const present = new Set(staff.map(({ _id }) => _id));
  const gone = here.map(({ personId }) => personId).filter((id) => !present.has(id));
  const ids = staff.map(({ _id }) => _id);
  const [movers, elsewhere] = await Promise.all([
    gone.length === 0 ? [] : models.users.find({ _id: trusted({ $in: gone }), tenant }, fields).lean(),
    ids.length === 0
      ? []
      : models.postings
          .find({ tenant, personId: trusted({ $in: ids }) }, { personId: 1, departmentId: 1 })
          .lean(),
  ]);
  const others = new Set(
    elsewhere.flatMap((one) =>
      one.departmentId === departmentId ? [] : [`${one.personId}|${one.departmentId}`],
    ),
  );
  return [
    ...staff.map(({ _id, name, roles }) => ({
      ...{ personId: _id, subjectId: _id, name, roles },
      counts: (at: string | undefined) => at === undefined || !others.has(`${_id}|${at}`),
    })),
    ...movers.map(({ _id, name, roles }) => ({
      ...{ personId: _id, subjectId: subjectIdOf(_id, departmentId), name, roles },
      counts: (at: string | undefined) => at === departmentId,
    })),
  ];
}
