import type { AppContext } from '../app/appContext.ts';
import { changeCase } from '../cases/changeCase.ts';
import { findCaseFile } from '../cases/findCaseFile.ts';
import type { CaseDocument } from '../cases/model.ts';
import { readCase } from '../cases/readCase.ts';
import { requireState } from '../cases/requireState.ts';
import { AppError } from '../errors/appError.ts';
import { type Actor, asAuthor, asEventActor } from '../identity/actor.ts';
import type { AnnotationDocument, PageBox } from './model.ts';

/** States of a case in which its files are judged. */
export const judged = ['received', 'supplementing', 'accepted', 'decided'] as const;
/** Most annotations of one department on one case. */
const most = 300;

/**
 * Puts a note on a page of a file of the case. Throws AppError `notFound` (case or file), `stateConflict`,
 * `tooManyAnnotations`.
 */
export async function annotateFile(input: {
  app: AppContext;
  actor: Actor;
  caseId: string;
  /** Id of the annotation: the same for every try of one request. */
  id: string;
  fileId: string;
  page: number;
  box: PageBox;
  note: string;
  toSupplement: boolean;
}): Promise<AnnotationDocument> {
  const { app, actor, caseId, id, fileId } = input;
  const seen = await readCase(app, actor, caseId);
  if ((await findCaseFile(app, seen, fileId)) === undefined) throw new AppError('notFound');
  const { tenant } = app;
  const departmentId = actor.department.id;
  const known = await app.models.annotations.countDocuments({ tenant, caseId, departmentId });
  if (known >= most) throw new AppError('tooManyAnnotations', { params: { limit: most } });
  const { result } = await changeCase({
    app,
    caseId,
    actor: asEventActor(actor),
    keepUpdatedAt: true,
    work: async (change) => {
      requireState(change.subject, ...judged);
      const { session } = change;
      const earlier = await app.models.annotations.findOne({ _id: id, tenant }, null, { session }).lean();
      if (earlier !== null) return earlier as AnnotationDocument;
      const materialKey = materialOf(change.subject, fileId);
      const entry: AnnotationDocument = {
        _id: id,
        schemaVersion: 1,
        tenant,
        caseId,
        materialKey,
        fileId,
        page: input.page,
        box: input.box,
        sealedNote: app.cipher.seal(input.note, id),
        toSupplement: input.toSupplement,
        by: asAuthor(actor),
        departmentId,
        at: change.now,
        version: 1,
      };
      await app.models.annotations.insertMany([entry], { session });
      change.event('fileAnnotated', {
        page: input.page,
        ...(materialKey === '' ? {} : { material: materialKey }),
      });
      return entry;
    },
  });
  return result;
}

function materialOf(subject: CaseDocument, fileId: string): string {
  return subject.materials.find(({ files }) => files.some(({ id }) => id === fileId))?.key ?? '';
}
