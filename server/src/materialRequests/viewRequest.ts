import type { AppContext } from '../app/appContext.ts';
import type { CaseDocument } from '../cases/model.ts';
import { departmentRef } from '../cases/viewCase.ts';
import { suppliedFiles } from './answerRequest.ts';
import type { MaterialRequestDocument } from './model.ts';

/** What rules the files of a material that the pack does not know. */
export const anyMaterial = { accept: ['pdf', 'jpg', 'png'], maxMegabytes: 20 } as const;

/** A request for people of the office, with what has come in since. */
export async function viewRequest(
  app: AppContext,
  request: MaterialRequestDocument,
  subject: Pick<CaseDocument, 'materials' | 'packCode' | 'packVersion' | 'progressToken'>,
) {
  const loaded = await app.packs.version(subject.packCode, subject.packVersion);
  return {
    id: request._id,
    caseId: request.caseId,
    caseNo: request.caseNo,
    itemName: request.itemName,
    taskId: request.taskId,
    stepName: request.stepName,
    department: departmentRef(app, request.departmentId),
    state: request.state,
    reason: request.reason,
    hold: request.hold,
    dueDay: request.dueDay,
    askedBy: request.askedBy.name,
    askedAt: request.askedAt.toISOString(),
    answeredBy: request.answeredBy?.name ?? null,
    answeredAt: request.answeredAt?.toISOString() ?? null,
    note: request.note ?? '',
    lines: request.lines.map((line) => {
      const { accept, maxMegabytes } = loaded.material(line.key) ?? anyMaterial;
      const files = suppliedFiles(line, subject.materials);
      return {
        key: line.key,
        name: line.name,
        problem: line.problem,
        accept,
        maxMegabytes,
        supplied: files.length > 0,
        files: files.map(({ id, name, mediaType, size }) => ({ id, name, mediaType, size })),
      };
    }),
  };
}

/** The requests of a case, the latest first. */
export async function requestsOf(app: AppContext, subject: CaseDocument) {
  const requests = (await app.models.materialRequests
    .find({ tenant: app.tenant, caseId: subject._id })
    .lean()) as MaterialRequestDocument[];
  const latest = requests.sort((a, b) => b.askedAt.getTime() - a.askedAt.getTime());
  return Promise.all(latest.map((request) => viewRequest(app, request, subject)));
}

/** What the window is to get in from applicants, the earliest due first. */
export async function requestsAtWindow(app: AppContext, windowId: string) {
  const requests = (await app.models.materialRequests
    .find({ tenant: app.tenant, windowId, state: 'open' })
    .limit(500)
    .lean()) as MaterialRequestDocument[];
  const views = await Promise.all(
    requests
      .sort((a, b) => (a.dueDay < b.dueDay ? -1 : 1))
      .map(async (request) => {
        const subject = (await app.models.cases
          .findOne({ _id: request.caseId, tenant: app.tenant })
          .lean()) as CaseDocument | null;
        return subject === null ? [] : [await viewRequest(app, request, subject)];
      }),
  );
  return views.flat();
}
