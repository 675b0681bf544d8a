import type { Actor } from '../../identity/actor.ts';
import type { AlertDocument } from '../model.ts';

/** Roles of a department that an audience of escalation chains means; any other audience is the role of that name. */
const meant: Readonly<Record<string, readonly string[]>> = {
  handler: ['approver', 'operator', 'shiftChief', 'dispatcher', 'gridWorker'],
};

/** Whether an alert was told to this person: to one of the roles held, in the own department; to supervisors wherever it is. */
export function isTold(actor: Actor, { audience, departmentId }: AlertDocument): boolean {
  const roles: readonly string[] = actor.roles;
  const mine = departmentId === actor.department.id;
  return audience.some((of) => {
    if (of === 'supervisor') return roles.includes('supervisor');
    return mine && (meant[of] ?? [of]).some((role) => roles.includes(role));
  });
}

/** Whether the person may read it: a supervisor every one, others those that were told to them. */
export function maySeeAlert(actor: Actor, alert: AlertDocument): boolean {
  return actor.roles.includes('supervisor') || isTold(actor, alert);
}
