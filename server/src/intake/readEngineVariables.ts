import type { ClientSession } from 'mongoose';
import type { AppContext } from '../app/appContext.ts';
import type { CaseDocument } from '../cases/model.ts';
import { dataOf } from '../cases/personOf.ts';
import { readVariables } from '../catalog/readVariables.ts';

/**
 * The engine variables of a new case: number, routing keys, and what the pack names as `intakeVariables`; never personal
 * data or form bodies (architecture, "Who owns what").
 */
export async function readEngineVariables(options: {
  app: AppContext;
  subject: CaseDocument;
  session?: ClientSession;
}): Promise<Record<string, string | number | boolean>> {
  const { app, subject } = options;
  const loaded = await app.packs.version(subject.packCode, subject.packVersion);
  const submission = await app.models.submissions
    .findOne({ tenant: app.tenant, caseId: subject._id, stepKey: 'intake' }, null, {
      ...(options.session === undefined ? {} : { session: options.session }),
    })
    .lean();
  return {
    caseNo: subject.caseNo ?? '',
    tenant: app.tenant,
    operation: subject.operation,
    department: subject.departmentId,
    window: subject.createdBy.departmentId,
    town: subject.area.town ?? '',
    village: subject.area.village ?? '',
    ...readVariables(loaded.pack.intakeVariables, submission === null ? {} : dataOf(app, submission)),
  };
}
