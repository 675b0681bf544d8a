import { diffPacks, summariseDiff } from '@onewindow/processes';
import type { AppContext } from '../app/appContext.ts';
import { readTexts } from '../catalog/keepTexts.ts';
import type { PackDraftDocument, PackFile } from '../catalog/model.ts';
import { AppError } from '../errors/appError.ts';
import type { Actor } from '../identity/actor.ts';
import type { PackRevisionDocument } from './model.ts';

/** Saves that one answer lists. */
const page = 200;

/** The saves of unpublished work on a pack, everybody's, latest first. */
export async function listRevisions(app: AppContext, actor: Actor, packCode: string) {
  const found = (await app.models.packRevisions
    .find({ tenant: app.tenant, packCode }, { files: 0 })
    .sort({ savedAt: -1 })
    .limit(page)
    .lean()) as unknown as PackRevisionDocument[];
  return found.map((one) => ({ ...viewRevision(one), mine: one.userId === actor.id }));
}

/** One save with its files. Throws AppError `notFound`. */
export async function readRevision(app: AppContext, packCode: string, id: string) {
  const found = (await app.models.packRevisions
    .findOne({ _id: id, tenant: app.tenant, packCode })
    .lean()) as PackRevisionDocument | null;
  if (found === null) throw new AppError('notFound');
  return { ...viewRevision(found), files: await readTexts(app, found.files) };
}

/** Somebody's unpublished work as it is now, to be looked at or gone on from. Throws AppError `notFound`. */
export async function readOthersDraft(app: AppContext, packCode: string, id: string) {
  const found = (await app.models.packDrafts
    .findOne({ _id: id, tenant: app.tenant, packCode })
    .lean()) as PackDraftDocument | null;
  if (found === null) throw new AppError('notFound');
  const { userName, baseVersion, revision, savedAt, files } = found;
  return { id, by: userName, baseVersion, revision, savedAt: savedAt.toISOString(), files };
}

/** What differs between a save and other files. Stores nothing. Throws AppError `notFound`. */
export async function compareRevision(
  app: AppContext,
  packCode: string,
  id: string,
  after: readonly PackFile[],
) {
  const { files } = await readRevision(app, packCode, id);
  const record = (list: readonly PackFile[]) =>
    Object.fromEntries(list.map(({ path, text }) => [path, text]));
  const diff = await diffPacks(record(files), record(after));
  return { before: 0, after: null, ...diff, summary: summariseDiff(diff) };
}

function viewRevision(one: PackRevisionDocument) {
  const { _id: id, userName: by, revision, baseVersion, errorCount, warningCount, savedAt } = one;
  return { id, by, revision, baseVersion, errorCount, warningCount, savedAt: savedAt.toISOString() };
}
