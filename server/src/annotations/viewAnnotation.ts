import type { AppContext } from '../app/appContext.ts';
import type { CaseDocument } from '../cases/model.ts';
import type { Actor } from '../identity/actor.ts';
import type { AnnotationDocument } from './model.ts';

/** An annotation for a colleague of the department that made it. */
export function viewAnnotation(app: AppContext, actor: Actor, entry: AnnotationDocument) {
  return {
    id: entry._id,
    materialKey: entry.materialKey === '' ? null : entry.materialKey,
    fileId: entry.fileId,
    page: entry.page,
    box: entry.box,
    note: app.cipher.open<string>(entry.sealedNote, entry._id),
    toSupplement: entry.toSupplement,
    by: entry.by.name,
    at: entry.at.toISOString(),
    version: entry.version,
    mine: entry.by.id === actor.id,
  };
}

/** The annotations of the actor's department on a case that the actor may see, oldest first. */
export async function listAnnotations(app: AppContext, actor: Actor, subject: CaseDocument) {
  const found = (await app.models.annotations
    .find({ tenant: app.tenant, caseId: subject._id, departmentId: actor.department.id })
    .lean()) as AnnotationDocument[];
  return found
    .sort((a, b) => a.at.getTime() - b.at.getTime() || (a._id < b._id ? -1 : 1))
    .map((entry) => viewAnnotation(app, actor, entry));
}
