import { readFile } from 'node:fs/promises';
import type { AppContext } from '../app/appContext.ts';
import { openArchive } from '../archive/openArchive.ts';
import { readTrustedKeys } from '../archive/signingKey.ts';
import { recordSecurityEvent } from '../audit/recordSecurityEvent.ts';
import { AppError } from '../errors/appError.ts';
import { type Actor, asEventActor } from '../identity/actor.ts';
import type { PackDraftDocument } from './model.ts';
import { readDraft, saveDraft } from './saveDraft.ts';

/**
 * A pack of another installation becomes the designer's draft, based on what is live here, with what lint says of it:
 * publishing stays a decision of its own. Whom to trust the operator says (PACK_TRUST).
 * Throws AppError `draftExists` and what openArchive throws.
 */
export async function importPack(input: {
  app: AppContext;
  actor: Actor;
  archive: Buffer;
}): Promise<{ draft: PackDraftDocument; keyId: string }> {
  const { app, actor, archive } = input;
  const { PACK_TRUST: trust } = app.config;
  const trusted = trust === undefined ? [] : readTrustedKeys(await readFile(trust, 'utf8'));
  const { files, manifest, keyId } = await openArchive(archive, trusted);
  const { packCode, contentHash } = manifest;
  if ((await readDraft(app, actor, packCode)) !== null)
    throw new AppError('draftExists', { params: { packCode } });
  const draft = await saveDraft({
    app,
    actor,
    packCode,
    baseVersion: (await app.packs.latest(packCode))?.version ?? 0,
    files: Object.entries(files).map(([path, text]) => ({ path, text })),
    expected: undefined,
  });
  const details = { packCode, hash: contentHash, keyId };
  await recordSecurityEvent({ app, type: 'packImported', actor: asEventActor(actor), details });
  return { draft, keyId };
}
