import type { AppContext } from '../app/appContext.ts';
import { readIntakeCase } from '../cases/readCase.ts';
import type { Actor } from '../identity/actor.ts';
import type { UploadDocument } from './model.ts';

/** What this person has begun to send in a case and not finished, oldest first. Throws AppError `notFound`. */
export async function listUploads(input: { app: AppContext; actor: Actor; caseId: string }) {
  const { app, actor, caseId } = input;
  await readIntakeCase(app, actor, caseId);
  const uploads = (await app.models.uploads
    .find({ tenant: app.tenant, caseId, by: actor.id })
    .lean()) as UploadDocument[];
  return {
    items: uploads
      .sort((one, other) => one._id.localeCompare(other._id))
      .map(({ _id: id, materialKey, name, size, offset, fingerprint, sweepAt }) => ({
        id,
        materialKey,
        name,
        size,
        offset,
        fingerprint,
        keptUntil: sweepAt.toISOString(),
      })),
  };
}
