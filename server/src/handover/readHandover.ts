import type { AppContext } from '../app/appContext.ts';
import { AppError } from '../errors/appError.ts';
import type { Actor } from '../identity/actor.ts';
import type { HandoverDocument } from './model.ts';

const listed = 100;

/** A slip, for the two windows between which it goes. Throws AppError `notFound` for all others. */
export async function readHandover(app: AppContext, actor: Actor, id: string): Promise<HandoverDocument> {
  const slip = (await app.models.handovers
    .findOne({ _id: id, tenant: app.tenant })
    .lean()) as HandoverDocument | null;
  const own = actor.department.id;
  if (slip === null || (slip.fromDepartmentId !== own && slip.toDepartmentId !== own))
    throw new AppError('notFound');
  return slip;
}

/** The latest slips that the own window has sent or gets. */
export async function listHandovers(app: AppContext, actor: Actor, direction: 'out' | 'in') {
  const own = actor.department.id;
  const filter = direction === 'out' ? { fromDepartmentId: own } : { toDepartmentId: own };
  const slips = (await app.models.handovers
    .find({ tenant: app.tenant, ...filter })
    .sort({ at: -1 })
    .limit(listed)
    .lean()) as HandoverDocument[];
  return slips.map((slip) => viewHandover(app, actor, slip));
}

/** A slip for people. */
export function viewHandover(app: AppContext, actor: Actor, slip: HandoverDocument) {
  const named = (id: string) => ({ id, name: app.organisation.findDepartment(id)?.name ?? id });
  return {
    id: slip._id,
    number: slip.number,
    state: slip.state,
    from: named(slip.fromDepartmentId),
    to: named(slip.toDepartmentId),
    by: slip.by.name,
    at: slip.at.toISOString(),
    note: slip.note,
    receivedBy: slip.receivedBy?.name ?? null,
    receivedAt: slip.receivedAt?.toISOString() ?? null,
    mayReceive: slip.state === 'sent' && slip.toDepartmentId === actor.department.id,
    cases: slip.cases,
    differences: slip.differences ?? [],
  };
}
