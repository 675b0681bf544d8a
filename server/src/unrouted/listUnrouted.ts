import type { AppContext } from '../app/appContext.ts';
import { departmentRef } from '../cases/viewCase.ts';
import type { Actor } from '../identity/actor.ts';
import { roles } from '../identity/model.ts';
import type { TaskDocument } from '../inbox/model.ts';
import { viewReturn } from '../routing/viewRouting.ts';
import { unroutedQueue } from './unroutedQueue.ts';

/** Tasks that wait to be sent to a department by hand: all for supervisors, the own items' for heads; and where to. */
export async function listUnrouted(input: { app: AppContext; actor: Actor }) {
  const { app, actor } = input;
  const found = await Promise.all(
    roles.map((role) =>
      app.models.tasks
        .find({ tenant: app.tenant, departmentId: unroutedQueue, role, active: true })
        .sort({ sortKey: 1 })
        .limit(200)
        .lean(),
    ),
  );
  const tasks = found.flat() as TaskDocument[];
  const cases = await Promise.all(
    tasks.map((task) => app.models.cases.findOne({ _id: task.caseId, tenant: app.tenant }).lean()),
  );
  return {
    items: tasks.flatMap((task, at) => {
      const subject = cases[at];
      if (subject === null || subject === undefined) return [];
      if (!actor.roles.includes('supervisor') && subject.departmentId !== actor.department.id) return [];
      return [
        {
          id: task._id,
          caseId: task.caseId,
          caseNo: task.caseNo,
          itemName: task.itemName,
          stepName: task.stepName,
          role: task.role,
          department: departmentRef(app, subject.departmentId),
          since: (task.misrouted?.at ?? task.createdAt).toISOString(),
          returned: viewReturn(app, task),
        },
      ];
    }),
    departments: app.organisation
      .departments()
      .map(({ departmentId, name, level }) => ({ id: departmentId, name, level })),
  };
}
