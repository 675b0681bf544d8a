import type { AppContext } from '../app/appContext.ts';
import { keepTexts, readTexts } from '../catalog/keepTexts.ts';
import type { PackFile } from '../catalog/model.ts';
import { AppError } from '../errors/appError.ts';
import type { Actor } from '../identity/actor.ts';
import { inTransaction } from '../store/inTransaction.ts';
import type { LiveRehearsal } from './LiveRehearsal.ts';
import type { RehearsalDocument, RehearsalRecord } from './model.ts';

/** Stores a rehearsal that begins; the person's earlier one is over. */
export async function createRehearsal(input: {
  app: AppContext;
  actor: Actor;
  id: string;
  packCode: string;
  files: readonly PackFile[];
  record: RehearsalRecord;
}): Promise<RehearsalDocument> {
  const { app, actor, id, packCode, files, record } = input;
  const { tenant } = app;
  const now = app.time.now();
  return inTransaction(app.connection, async (session) => {
    const owner = { tenant, userId: actor.id };
    await app.models.rehearsals.deleteMany(owner, { session });
    const document: RehearsalDocument = {
      _id: id,
      schemaVersion: 1,
      ...owner,
      packCode,
      files: await keepTexts(app, files, session),
      sealedRecord: app.cipher.seal(record, id),
      version: 1,
      createdAt: now,
      usedAt: now,
    };
    await app.models.rehearsals.insertMany([document], { session });
    return document;
  });
}

/** A person's own rehearsal. Throws AppError `notFound` for another's, or one that is over. */
export async function ownRehearsal(app: AppContext, actor: Actor, id: string): Promise<RehearsalDocument> {
  const found = await app.models.rehearsals.findOne({ _id: id, tenant: app.tenant, userId: actor.id }).lean();
  if (found === null) throw new AppError('rehearsalOver');
  return found as RehearsalDocument;
}

export function recordOf(app: AppContext, { _id, sealedRecord }: RehearsalDocument): RehearsalRecord {
  return app.cipher.open<RehearsalRecord>(sealedRecord, _id);
}

/** Replaces the record. Throws AppError `versionConflict` when it is another one by now (a second window). */
export async function saveRecord(
  app: AppContext,
  document: RehearsalDocument,
  record: RehearsalRecord,
): Promise<RehearsalDocument> {
  const { _id, version } = document;
  const change = {
    sealedRecord: app.cipher.seal(record, _id),
    version: version + 1,
    usedAt: app.time.now(),
  };
  const saved = await app.models.rehearsals.updateOne({ _id, version }, { $set: change });
  if (saved.modifiedCount !== 1) throw new AppError('versionConflict');
  return { ...document, ...change };
}

/** Runs `work` on the stage of this copy, brought to where the record is. Throws what `RehearsalHouse.with` throws. */
export function onStage<T>(
  app: AppContext,
  document: RehearsalDocument,
  record: RehearsalRecord,
  work: (live: LiveRehearsal) => Promise<T>,
): Promise<T> {
  if (app.rehearsals === undefined) throw new AppError('rehearsalsBusy', { params: { most: 0 } });
  const files = async () =>
    Object.fromEntries((await readTexts(app, document.files)).map(({ path, text }) => [path, text]));
  return app.rehearsals.with({ id: document._id, packCode: document.packCode, files, record }, work);
}
