import type { AppContext } from '../app/appContext.ts';
import { AppError } from '../errors/appError.ts';
import type { Actor } from '../identity/actor.ts';
import type { EntitlementDocument, PaymentListDocument } from './model.ts';

/** Only people of the department that pays; supervisors see every list of the tenant, and change nothing. */
export function maySee(actor: Actor, subject: { tenant: string; departmentId: string }): boolean {
  if (actor.tenant !== subject.tenant) return false;
  return actor.roles.includes('supervisor') || actor.department.id === subject.departmentId;
}

/** What lists and entitlements of this person are found by. */
export function paymentScope(app: AppContext, actor: Actor): { tenant: string; departmentId?: string } {
  const { tenant } = app;
  return actor.roles.includes('supervisor') ? { tenant } : { tenant, departmentId: actor.department.id };
}

/** Throws AppError `notFound`: what another department pays does not exist for this person. */
export async function readEntitlement(
  app: AppContext,
  actor: Actor,
  id: string,
): Promise<EntitlementDocument> {
  const found = (await app.models.entitlements
    .findOne({ _id: id, tenant: app.tenant })
    .lean()) as EntitlementDocument | null;
  if (found === null || !maySee(actor, found)) throw new AppError('notFound');
  return found;
}

/** Throws AppError `notFound`. */
export async function readPaymentList(
  app: AppContext,
  actor: Actor,
  id: string,
): Promise<PaymentListDocument> {
  const found = (await app.models.paymentLists
    .findOne({ _id: id, tenant: app.tenant })
    .lean()) as PaymentListDocument | null;
  if (found === null || !maySee(actor, found)) throw new AppError('notFound');
  return found;
}
