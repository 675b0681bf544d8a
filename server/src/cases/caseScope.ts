import type { Actor } from '../identity/actor.ts';
import { dispatchRoles } from '../identity/model.ts';
import { sitsInPanel } from '../panel/panelScope.ts';
import type { CaseDocument } from './model.ts';

/**
 * May this person see this case? Clerks see what their own window department took in; approvers and heads what their
 * department decides or has had a task in; experts what they sit on; the people of a dispatch its case files in the same way,
 * and those that their department reported; supervisors all of the tenant. Everybody else: no (default deny).
 */
export function maySeeCase(
  actor: Actor,
  subject: Pick<
    CaseDocument,
    'tenant' | 'createdBy' | 'departmentIds' | 'state' | 'dispatch' | 'panels' | 'account'
  >,
): boolean {
  if (actor.tenant !== subject.tenant) return false;
  if (actor.roles.includes('applicant')) return isOwn(actor, subject);
  const own = actor.department.id;
  if (actor.roles.includes('clerk') && subject.createdBy.departmentId === own) return true;
  if (subject.state === 'draft') return false;
  if (actor.roles.includes('supervisor') || sitsInPanel(actor, subject)) return true;
  if (subject.dispatch !== undefined && dispatchRoles.some((role) => actor.roles.includes(role)))
    return subject.departmentIds.includes(own) || subject.createdBy.departmentId === own;
  return (
    (actor.roles.includes('approver') || actor.roles.includes('head')) && subject.departmentIds.includes(own)
  );
}

/** The case was begun with this applicant's account. */
function isOwn(actor: Actor, subject: Pick<CaseDocument, 'account'>): boolean {
  return subject.account !== undefined && subject.account.id === actor.id;
}

/** May this person read persons and forms of a case that they may see? The window that took it in and the deciding side. */
export function maySeeClear(
  actor: Actor,
  subject: Pick<CaseDocument, 'tenant' | 'createdBy' | 'account'>,
): boolean {
  return (
    mayHandleIntake(actor, subject) ||
    actor.roles.includes('approver') ||
    actor.roles.includes('head') ||
    dispatchRoles.some((role) => actor.roles.includes(role))
  );
}

/** May this person see who reported a case file? Who takes reports and calls back, and the unit that deals with it. */
export function maySeeReporter(
  actor: Actor,
  subject: Pick<CaseDocument, 'departmentId' | 'dispatch'>,
): boolean {
  const office = actor.department.id === subject.departmentId && actor.roles.includes('operator');
  const unit = actor.department.id === subject.dispatch?.unit && actor.roles.includes('approver');
  return office || unit;
}

/** May this person read the forms of the case? Who sees it clear, and the experts of its panel. */
export function maySeeForms(
  actor: Actor,
  subject: Pick<CaseDocument, 'tenant' | 'createdBy' | 'panels' | 'account'>,
): boolean {
  return maySeeClear(actor, subject) || sitsInPanel(actor, subject);
}

/**
 * May this person take intake actions (receive, accept, …) on it? Only the window that took it in, and the applicant whose
 * account it is; which acts are the applicant's, the routes of the portal say.
 */
export function mayHandleIntake(
  actor: Actor,
  subject: Pick<CaseDocument, 'tenant' | 'createdBy' | 'account'>,
): boolean {
  if (actor.roles.includes('applicant')) return actor.tenant === subject.tenant && isOwn(actor, subject);
  return (
    actor.tenant === subject.tenant &&
    actor.roles.includes('clerk') &&
    subject.createdBy.departmentId === actor.department.id
  );
}
