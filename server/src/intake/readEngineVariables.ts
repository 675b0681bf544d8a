import type { ClientSession } from 'mongoose';
import type { AppContext } from '../app/appContext.ts';
import type { CaseDocument, SubmissionDocument } from '../cases/model.ts';
import { dataOf } from '../cases/personOf.ts';
import { countedFrom } from '../catalog/countedFrom.ts';
import type { LoadedPack } from '../catalog/packRegistry.ts';
import { readVariables } from '../catalog/readVariables.ts';

/**
 * The engine variables of a new case: number, routing keys, and what the pack names as `intakeVariables`; never personal
 * data or form bodies (architecture, "Who owns what"). The application that they come from is given along.
 */
export async function readEngineVariables(options: {
  app: AppContext;
  subject: CaseDocument;
  session?: ClientSession;
}): Promise<{
  variables: Record<string, string | number | boolean>;
  application: SubmissionDocument | null;
}> {
  const { app, subject } = options;
  const loaded = await app.packs.version(subject.packCode, subject.packVersion);
  const application = (await app.models.submissions
    .findOne({ tenant: app.tenant, caseId: subject._id, stepKey: 'intake' }, null, {
      ...(options.session === undefined ? {} : { session: options.session }),
    })
    .lean()) as SubmissionDocument | null;
  const variables = {
    caseNo: subject.caseNo ?? '',
    tenant: app.tenant,
    operation: subject.operation,
    department: subject.departmentId,
    window: subject.createdBy.departmentId,
    town: subject.area.town ?? '',
    village: subject.area.village ?? '',
    ...sourceVariables(subject, loaded),
    ...(loaded.pack.commitment === undefined
      ? {}
      : { [loaded.pack.commitment.variable]: subject.commitment?.state === 'signed' }),
    ...readVariables(
      loaded.pack.intakeVariables,
      application === null ? {} : dataOf(app, application),
      countedFrom(app, subject, app.time.now(), 'application'),
    ),
  };
  return { variables, application };
}

/** Of a dispatch: which source the first report came from and whether it is trusted. */
function sourceVariables(subject: CaseDocument, { pack }: LoadedPack): Record<string, string | boolean> {
  if (subject.dispatch === undefined) return {};
  const source = pack.dispatch?.sources.find((entry) => entry.key === subject.dispatch?.source);
  return { source: subject.dispatch.source, sourceVerified: source?.verified ?? false };
}
