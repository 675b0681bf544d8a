import { mayHandleIntake } from '../cases/caseScope.ts';
import type { CaseDocument } from '../cases/model.ts';
import type { LoadedPack } from '../catalog/packRegistry.ts';
import type { Actor } from '../identity/actor.ts';
import type { AppealDocument } from './model.ts';

/** Whether this person may record an appeal: the window that took the case in, or the department that decided. */
export function mayRecord(actor: Actor, subject: CaseDocument): boolean {
  const officer = actor.roles.includes('approver') || actor.roles.includes('head');
  return mayHandleIntake(actor, subject) || (officer && actor.department.id === subject.departmentId);
}

/** The role that decides an appeal: the one that the pack names for an appeal to the department itself, else the head. */
export function decidingRole({ appeal: ways }: LoadedPack['pack'], { kind }: AppealDocument): string {
  return kind === 'internal' ? (ways?.internal?.role ?? 'head') : 'head';
}

/** Whether it is this person's own decision that an appeal to the department itself is against. */
export function isOwnDecision(actor: Actor, { kind, against }: AppealDocument): boolean {
  return kind === 'internal' && against.id === actor.id;
}

/** Whether this person may tell the result of an open appeal. */
export function mayDecide(actor: Actor, pack: LoadedPack['pack'], appeal: AppealDocument): boolean {
  return (
    appeal.state === 'open' &&
    appeal.departmentId === actor.department.id &&
    actor.roles.some((held) => held === decidingRole(pack, appeal)) &&
    !isOwnDecision(actor, appeal)
  );
}
