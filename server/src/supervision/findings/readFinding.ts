import type { AppContext } from '../../app/appContext.ts';
import { AppError } from '../../errors/appError.ts';
import type { Actor } from '../../identity/actor.ts';
import type { FindingDocument } from '../model.ts';

/** A finding that the person may see: a supervisor every one, others their department's. Throws AppError `notFound`. */
export async function readFinding(app: AppContext, actor: Actor, id: string): Promise<FindingDocument> {
  const found = (await app.models.findings
    .findOne({ _id: id, tenant: app.tenant })
    .lean()) as FindingDocument | null;
  if (found === null || !maySee(actor, found)) throw new AppError('notFound');
  return found;
}

/** Whether a record of supervision is the person's business. */
export function maySee(actor: Actor, { departmentId }: Pick<FindingDocument, 'departmentId'>): boolean {
  return actor.roles.includes('supervisor') || actor.department.id === departmentId;
}
