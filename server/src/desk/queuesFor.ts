import type { AppContext } from '../app/appContext.ts';
import { departmentRef } from '../cases/viewCase.ts';
import type { TaskDocument } from '../inbox/model.ts';
import { peopleOf } from './colleaguesOf.ts';

/** Roles of a department that take each other's tasks. */
const exchangeable = ['approver', 'head'] as const;

/**
 * The queues to which a task may be transferred: the other role of its department, and the departments that the pack names
 * for the step with the task's own role. Only those in which somebody works.
 */
export async function queuesFor(
  app: AppContext,
  task: Pick<TaskDocument, 'departmentId' | 'role'>,
  departments: readonly string[],
): Promise<{ department: { id: string; name: string }; role: string }[]> {
  const own = exchangeable.some((role) => role === task.role)
    ? exchangeable.filter((role) => role !== task.role).map((role) => [task.departmentId, role] as const)
    : [];
  const others = departments
    .filter((id) => id !== task.departmentId && app.organisation.findDepartment(id) !== undefined)
    .map((id) => [id, task.role] as const);
  const found = await Promise.all(
    [...own, ...others].map(async ([id, role]) => {
      const people = await peopleOf(app, id);
      return people.some(({ roles }) => roles.some((one) => one === role))
        ? [{ department: departmentRef(app, id), role }]
        : [];
    }),
  );
  return found.flat();
}
