import type { Step } from '@onewindow/processes';
import type { ClientSession } from 'mongoose';
import { absentToday } from '../absence/listAbsences.ts';
import type { AbsenceDocument } from '../absence/model.ts';
import type { AppContext } from '../app/appContext.ts';
import type { UserDocument } from '../identity/model.ts';
import type { TaskDocument } from '../inbox/model.ts';

/** Why the person of the earlier step cannot do this one. */
export type Unavailable = 'personAway' | 'personLeft' | 'personRoleLost';

/** Who did the step that a step shares its person with. */
export interface SamePerson {
  id: string;
  name: string;
  /** Absent: the person can do it now. */
  unavailable?: Unavailable;
  /** The absence, where the person is away. */
  absence?: AbsenceDocument;
}

/**
 * Who did the earlier step (`steps.<key>.samePersonAs`) last, and whether that person may do this one now: active, in the
 * department of the task, of its role, not away today. An undone completion counts as none. Undefined where the step asks
 * for nobody, or nobody has done the earlier one.
 */
export async function samePersonOf(options: {
  app: AppContext;
  task: Pick<TaskDocument, 'caseId' | 'departmentId' | 'role'>;
  step: Pick<Step, 'samePersonAs'>;
  session?: ClientSession;
}): Promise<SamePerson | undefined> {
  const { app, task, step, session } = options;
  const { tenant } = app;
  if (step.samePersonAs === undefined) return undefined;
  const done = await app.models.submissions
    .find({ tenant, caseId: task.caseId, stepKey: step.samePersonAs }, { by: 1, at: 1, undoneAt: 1 })
    .session(session ?? null)
    .lean();
  const last = done
    .filter(({ undoneAt }) => undoneAt === undefined)
    .sort((one, other) => one.at.getTime() - other.at.getTime())
    .at(-1);
  if (last === undefined) return undefined;
  const { id, name } = last.by;
  const user = (await app.models.users.findOne({ _id: id, tenant }).lean()) as UserDocument | null;
  if (user === null || !user.active || user.departmentId !== task.departmentId)
    return { id, name, unavailable: 'personLeft' };
  if (!user.roles.some((role) => role === task.role)) return { id, name, unavailable: 'personRoleLost' };
  const absence = (await absentToday(app, task.departmentId)).get(id);
  return absence === undefined ? { id, name } : { id, name, unavailable: 'personAway', absence };
}
