import type { ClientSession } from 'mongoose';
import type { AppContext } from '../app/appContext.ts';
import { keepTexts } from '../catalog/keepTexts.ts';
import type { PackDraftDocument } from '../catalog/model.ts';
import { newId } from '../store/newId.ts';
import { upTo } from '../store/upTo.ts';

/** Saves of one pack that are kept at most, whoever saved. */
const most = 500;
/** How many saves pass between two looks at how many there are. */
const lookEvery = 50;

/** Writes a save of a draft into its history, in the transaction that saves it. */
export async function keepRevision(
  app: AppContext,
  draft: Pick<
    PackDraftDocument,
    'packCode' | 'userId' | 'userName' | 'revision' | 'baseVersion' | 'files' | 'findings' | 'savedAt'
  >,
  session: ClientSession,
): Promise<void> {
  const { packCode, userId, userName, revision, baseVersion, files, findings, savedAt } = draft;
  const { tenant } = app;
  const errorCount = findings.filter(({ severity }) => severity === 'error').length;
  const entry = {
    _id: newId(),
    schemaVersion: 1,
    tenant,
    packCode,
    userId,
    userName,
    revision,
    baseVersion,
    files: await keepTexts(app, files, session),
    errorCount,
    warningCount: findings.length - errorCount,
    savedAt,
  };
  await app.models.packRevisions.insertMany([entry], { session });
}

/** Forgets the oldest saves of a pack that has more of them than are kept. */
export async function thinRevisions(app: AppContext, packCode: string, revision: number): Promise<void> {
  if (revision % lookEvery !== 0) return;
  const own = { tenant: app.tenant, packCode };
  const [first] = await app.models.packRevisions
    .find(own, { savedAt: 1 })
    .sort({ savedAt: -1 })
    .skip(most)
    .limit(1)
    .lean();
  if (first !== undefined)
    await app.models.packRevisions.deleteMany({ ...own, savedAt: upTo(first.savedAt) });
}
