import type { AppContext } from '../app/appContext.ts';
import type { CaseDocument } from './model.ts';

/** A file of the case by the id of its upload: of a material, or of a step's form. */
export async function findCaseFile(
  app: AppContext,
  subject: CaseDocument,
  id: string,
): Promise<{ fileId: string; name: string; mediaType: string } | undefined> {
  const ofMaterial = subject.materials.flatMap((entry) => entry.files).find((entry) => entry.id === id);
  if (ofMaterial !== undefined) return ofMaterial;
  const ofStep = await app.models.stepFiles
    .findOne({ _id: id, tenant: app.tenant, caseId: subject._id })
    .lean();
  return ofStep ?? undefined;
}
