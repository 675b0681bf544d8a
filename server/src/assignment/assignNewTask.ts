import type { Step } from '@onewindow/processes';
import type { ClientSession } from 'mongoose';
import { absentToday } from '../absence/listAbsences.ts';
import type { AppContext } from '../app/appContext.ts';
import type { CaseChange } from '../cases/changeCase.ts';
import { excludedByFourEyes } from '../desk/requireFourEyes.ts';
import { listColleagues } from '../identity/readColleague.ts';
import { chooseAssignee } from './chooseAssignee.ts';
import { type AssignmentRuleDocument, ruleKey } from './model.ts';

/**
 * Whom a task that has just appeared belongs to, where the head has chosen a rule for its step, its item or the department
 * (in this order); whom four eyes exclude is passed over. The event says who and why, or that nobody was there and it waits in the queue. Part of the transaction
 * that records the task.
 */
export async function assignNewTask(options: {
  app: AppContext;
  change: CaseChange;
  step: Pick<Step, 'fourEyes'>;
  taskId: string;
  stepKey: string;
  departmentId: string;
  role: string;
}): Promise<{ id: string; name: string } | undefined> {
  const { app, change, step, taskId, stepKey, departmentId, role } = options;
  const { subject, session } = change;
  const rules = (await app.models.assignmentRules
    .find({ tenant: app.tenant, departmentId }, null, { session })
    .lean()) as AssignmentRuleDocument[];
  if (rules.length === 0) return undefined;
  const keys = [ruleKey(subject.packCode, stepKey), ruleKey(subject.packCode, ''), ruleKey('', '')];
  const rule = keys.map((key) => rules.find((entry) => entry.key === key)).find((found) => found);
  if (rule === undefined) return undefined;
  const away = await absentToday(app, departmentId);
  const excluded = await excludedByFourEyes({ app, caseId: subject._id, stepKey, step, session });
  const people = (await listColleagues(app, departmentId)).filter(
    (user) => user.roles.some((held) => held === role) && !away.has(user._id) && !excluded.has(user._id),
  );
  const available = new Set(people.map((user) => user._id));
  const loadOf = rule.method === 'roundRobin' ? new Map() : await loads(app, [...available], session);
  const chosen = chooseAssignee({ rule, available, loadOf, area: subject.area });
  const { method } = rule;
  if ('none' in chosen) {
    change.event('taskNotAssigned', { step: stepKey, method, none: chosen.none });
    return undefined;
  }
  const person = people.find((user) => user._id === chosen.userId);
  if (person === undefined) return undefined;
  if (method !== 'byArea')
    await app.models.assignmentRules.updateOne(
      { _id: rule._id },
      { $set: { lastUserId: person._id } },
      { session },
    );
  change.event('taskAssignedByRule', { step: stepKey, method, to: person.name, userId: person._id });
  const payload = { taskId, userId: person._id };
  change.outbox({ destination: 'engine', type: 'claimTask', payload });
  return { id: person._id, name: person.name };
}

/** Open tasks of each person. */
async function loads(
  app: AppContext,
  ids: readonly string[],
  session: ClientSession,
): Promise<Map<string, number>> {
  const found = new Map<string, number>();
  for (const id of ids) {
    const tasks = await app.models.tasks
      .find({ tenant: app.tenant, 'assignee.id': id, active: true }, { _id: 1 }, { session })
      .lean();
    found.set(id, tasks.length);
  }
  return found;
}
