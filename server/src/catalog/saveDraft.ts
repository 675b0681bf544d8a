import type { AppContext } from '../app/appContext.ts';
import { keepRevision, thinRevisions } from '../drafts/keepRevision.ts';
import { AppError } from '../errors/appError.ts';
import type { Actor } from '../identity/actor.ts';
import { inTransaction, isDuplicateKey } from '../store/inTransaction.ts';
import { newId } from '../store/newId.ts';
import { lintFiles } from './lintFiles.ts';
import type { PackDraftDocument, PackFile } from './model.ts';

const mostAttempts = 5;

/**
 * Keeps a designer's work on a pack, checked: one draft a person and pack, each save in its history. `expected` is the
 * revision that was edited, undefined for the first save.
 * Throws AppError `versionConflict` when the draft is another one by now (a second window of the same person).
 */
export async function saveDraft(input: {
  app: AppContext;
  actor: Actor;
  packCode: string;
  baseVersion: number;
  files: readonly PackFile[];
  expected: number | undefined;
}): Promise<PackDraftDocument> {
  const { app, actor, packCode, baseVersion, files, expected } = input;
  const owner = { tenant: app.tenant, packCode, userId: actor.id };
  const content = {
    userName: actor.name,
    revision: (expected ?? 0) + 1,
    baseVersion,
    files: [...files],
    findings: await lintFiles(app, files),
    savedAt: app.time.now(),
  };
  const store = () =>
    inTransaction(app.connection, async (session) => {
      const { packDrafts } = app.models;
      if (expected === undefined)
        await packDrafts.insertMany([{ _id: newId(), schemaVersion: 1, ...owner, ...content }], { session });
      else {
        const saved = await packDrafts.updateOne(
          { ...owner, revision: expected },
          { $set: content },
          { session },
        );
        if (saved.modifiedCount !== 1) throw new AppError('versionConflict');
      }
      await keepRevision(app, { ...owner, ...content }, session);
    });
  for (let attempt = 1; ; attempt += 1) {
    try {
      await store();
      break;
    } catch (error) {
      if (!isDuplicateKey(error)) throw error;
      const draft = await readDraft(app, actor, packCode);
      // A colleague has just stored the same text: it is there now.
      if (draft?.revision !== expected || attempt >= mostAttempts) throw new AppError('versionConflict');
    }
  }
  await thinRevisions(app, packCode, content.revision);
  const draft = await readDraft(app, actor, packCode);
  if (draft === null) throw new AppError('versionConflict');
  return draft;
}

/** The person's draft of a pack, or null. */
export async function readDraft(
  app: AppContext,
  actor: Actor,
  packCode: string,
): Promise<PackDraftDocument | null> {
  return app.models.packDrafts.findOne({ tenant: app.tenant, packCode, userId: actor.id }).lean();
}

/** Drops the person's draft of a pack, if there is one. */
export async function dropDraft(app: AppContext, actor: Actor, packCode: string): Promise<void> {
  await app.models.packDrafts.deleteOne({ tenant: app.tenant, packCode, userId: actor.id });
}

/** A draft as the API shows it; `linted` when nothing stands against publishing it. */
export function viewDraft(draft: PackDraftDocument) {
  const errors = draft.findings.filter(({ severity }) => severity === 'error').length;
  return {
    packCode: draft.packCode,
    version: draft.revision,
    baseVersion: draft.baseVersion,
    state: errors === 0 ? ('linted' as const) : ('draft' as const),
    findings: draft.findings,
    files: draft.files,
    savedAt: draft.savedAt.toISOString(),
    savedBy: draft.userName,
  };
}
