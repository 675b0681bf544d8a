import type { AppContext } from '../app/appContext.ts';
import { changeCase } from '../cases/changeCase.ts';
import { readCase } from '../cases/readCase.ts';
import { requireState } from '../cases/requireState.ts';
import { AppError } from '../errors/appError.ts';
import { type Actor, asEventActor } from '../identity/actor.ts';
import { judged } from './annotateFile.ts';
import type { AnnotationDocument, PageBox } from './model.ts';

interface Which {
  app: AppContext;
  actor: Actor;
  caseId: string;
  annotationId: string;
}

/**
 * Changes an annotation; only its author may. Throws AppError `notFound`, `annotationOfOther`, `stateConflict`,
 * `versionConflict` (`expected` is not its version).
 */
export async function changeAnnotation(
  input: Which & {
    expected: number | undefined;
    edit: { note?: string | undefined; box?: PageBox | undefined; toSupplement?: boolean | undefined };
  },
): Promise<AnnotationDocument> {
  const { app, edit } = input;
  const entry = await readOwn(input);
  if (input.expected !== undefined && input.expected !== entry.version) throw new AppError('versionConflict');
  const after: AnnotationDocument = {
    ...entry,
    ...(edit.box === undefined ? {} : { box: edit.box }),
    ...(edit.toSupplement === undefined ? {} : { toSupplement: edit.toSupplement }),
    ...(edit.note === undefined ? {} : { sealedNote: app.cipher.seal(edit.note, entry._id) }),
    version: entry.version + 1,
  };
  const { box, toSupplement, sealedNote, version } = after;
  await inCase(input, 'annotationChanged', entry, async (session) => {
    const saved = await app.models.annotations.updateOne(
      { _id: entry._id, version: entry.version },
      { $set: { box, toSupplement, sealedNote, version } },
      { session },
    );
    return saved.modifiedCount;
  });
  return after;
}

/** Takes an annotation away; only its author may. Throws as {@link changeAnnotation}. */
export async function removeAnnotation(input: Which): Promise<void> {
  const entry = await readOwn(input);
  await inCase(input, 'annotationRemoved', entry, async (session) => {
    const gone = await input.app.models.annotations.deleteOne({ _id: entry._id }, { session });
    return gone.deletedCount;
  });
}

/** Another department's annotation does not exist for the actor. */
async function readOwn({ app, actor, caseId, annotationId }: Which): Promise<AnnotationDocument> {
  const subject = await readCase(app, actor, caseId);
  const entry = (await app.models.annotations
    .findOne({ _id: annotationId, tenant: app.tenant })
    .lean()) as AnnotationDocument | null;
  if (entry === null || entry.caseId !== subject._id || entry.departmentId !== actor.department.id)
    throw new AppError('notFound');
  if (entry.by.id !== actor.id) throw new AppError('annotationOfOther', { params: { name: entry.by.name } });
  return entry;
}

async function inCase(
  { app, actor, caseId }: Which,
  event: string,
  entry: AnnotationDocument,
  write: (session: Parameters<Parameters<typeof changeCase>[0]['work']>[0]['session']) => Promise<number>,
): Promise<void> {
  await changeCase({
    app,
    caseId,
    actor: asEventActor(actor),
    keepUpdatedAt: true,
    work: async (change) => {
      requireState(change.subject, ...judged);
      if ((await write(change.session)) !== 1) throw new AppError('versionConflict');
      change.event(event, {
        page: entry.page,
        ...(entry.materialKey === '' ? {} : { material: entry.materialKey }),
      });
    },
  });
}
