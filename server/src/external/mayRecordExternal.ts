import type { PackManifest } from '@onewindow/processes';
import { mayHandleIntake } from '../cases/caseScope.ts';
import type { CaseDocument } from '../cases/model.ts';
import type { Actor } from '../identity/actor.ts';

/**
 * Who may enter number and status by hand: the window for itself and for the applicant, else the deciding department (also
 * in place of an interface that is away).
 */
export function mayRecordExternal(
  actor: Actor,
  subject: CaseDocument,
  enteredBy: NonNullable<PackManifest['externalSystem']>['enteredBy'],
): boolean {
  if (subject.state === 'draft') return false;
  if (enteredBy === 'clerk' || enteredBy === 'applicant') return mayHandleIntake(actor, subject);
  const officer = actor.roles.includes('approver') || actor.roles.includes('head');
  return officer && actor.tenant === subject.tenant && actor.department.id === subject.departmentId;
}
