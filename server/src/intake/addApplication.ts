import type { ClientSession } from 'mongoose';
import type { AppContext } from '../app/appContext.ts';
import type { CaseDocument } from '../cases/model.ts';
import { newId } from '../store/newId.ts';

/** Adds the application form of a new case, sealed, as its author filled it in; `open` while it may still be changed. */
export async function addApplication(options: {
  app: AppContext;
  session: ClientSession;
  subject: CaseDocument;
  formPath: string;
  data: Record<string, unknown>;
  open: boolean;
}): Promise<void> {
  const { app, session, subject, formPath, data, open } = options;
  const id = newId();
  await app.models.submissions.insertMany(
    [
      {
        _id: id,
        schemaVersion: 1,
        tenant: app.tenant,
        caseId: subject._id,
        stepKey: 'intake',
        formPath,
        packVersion: subject.packVersion,
        sealedData: app.cipher.seal(data, id),
        by: subject.createdBy,
        at: subject.createdAt,
        open,
      },
    ],
    { session },
  );
}
