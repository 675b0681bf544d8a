import { createHash } from 'node:crypto';
import { type ClientSession, trusted } from 'mongoose';
import type { AppContext } from '../app/appContext.ts';
import { newId } from '../store/newId.ts';
import { upTo } from '../store/upTo.ts';
import type { PackFile } from './model.ts';
import type { PackTextDocument, PackTextRef } from './packTextModel.ts';

/** Days that a text is kept after the last time that somebody referred to it. */
export const daysKept = 31;
const day = 86_400_000;

/** Stores the texts of files once each, in the transaction of `session`, and answers how to find them again. */
export async function keepTexts(
  app: AppContext,
  files: readonly PackFile[],
  session: ClientSession,
): Promise<PackTextRef[]> {
  const { tenant } = app;
  const now = app.time.now().getTime();
  const keptUntil = new Date(now + daysKept * day);
  const refs = files.map(({ path, text }) => ({ path, hash: hashOf(text) }));
  const texts = new Map(files.map(({ text }) => [hashOf(text), text]));
  const { packTexts } = app.models;
  const known = (await packTexts
    .find({ tenant, hash: trusted({ $in: [...texts.keys()] }) }, { hash: 1, keptUntil: 1 }, { session })
    .lean()) as Pick<PackTextDocument, '_id' | 'hash' | 'keptUntil'>[];
  for (const { hash } of known) texts.delete(hash);
  // A day more or less is nothing to them: most saves write only the file that was edited.
  const stale = known.filter(({ keptUntil: until }) => until.getTime() < keptUntil.getTime() - day);
  if (stale.length > 0)
    await packTexts.updateMany(
      { _id: trusted({ $in: stale.map(({ _id }) => _id) }) },
      { $set: { keptUntil } },
      { session },
    );
  const fresh = [...texts].map(([hash, text]) => ({
    _id: newId(),
    schemaVersion: 1,
    tenant,
    hash,
    text,
    keptUntil,
  }));
  if (fresh.length > 0) await packTexts.insertMany(fresh, { session });
  return refs;
}

/** The files behind references. Throws Error when a text is gone. */
export async function readTexts(app: AppContext, refs: readonly PackTextRef[]): Promise<PackFile[]> {
  const found = await app.models.packTexts
    .find({ tenant: app.tenant, hash: trusted({ $in: [...new Set(refs.map(({ hash }) => hash))] }) })
    .lean();
  const texts = new Map(found.map(({ hash, text }) => [hash, text]));
  return refs.map(({ path, hash }) => {
    const text = texts.get(hash);
    if (text === undefined) throw new Error(`the text of ${path} is not kept any more`);
    return { path, text };
  });
}

/** Forgets texts that nobody has referred to for long. Returns how many. */
export async function sweepTexts(app: AppContext): Promise<number> {
  const gone = await app.models.packTexts.deleteMany({ tenant: app.tenant, keptUntil: upTo(app.time.now()) });
  return gone.deletedCount;
}

function hashOf(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}
