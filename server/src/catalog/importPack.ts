import type { AppContext } from '../app/appContext.ts';
import { trustedKeys } from '../archive/installationKey.ts';
import { type OpenedArchive, openArchive } from '../archive/openArchive.ts';
import { recordSecurityEvent } from '../audit/recordSecurityEvent.ts';
import { AppError } from '../errors/appError.ts';
import { type Actor, asEventActor } from '../identity/actor.ts';
import { compareVersions } from './compareVersions.ts';
import { lintFiles } from './lintFiles.ts';
import type { PackDraftDocument, PackFile } from './model.ts';
import { readDraft, saveDraft } from './saveDraft.ts';

interface Arrived {
  app: AppContext;
  actor: Actor;
  archive: Buffer;
}

/**
 * What an archive would bring, before anything is stored: who signed it, what lint says of it here, and what differs from
 * what is live. Throws what openArchive throws.
 */
export async function previewImport({ app, actor, archive }: Arrived) {
  const { manifest, files, keyId } = await openHere(app, archive);
  const { packCode, name, version } = manifest;
  const live = (await app.packs.latest(packCode))?.version ?? null;
  const after = listed(files);
  const draft = await readDraft(app, actor, packCode);
  return {
    packCode,
    name,
    /** Version that it was exported from; null for a folder. */
    version,
    signedBy: keyId,
    live,
    findings: await lintFiles(app, after),
    diff: live === null ? null : await compareVersions({ app, packCode, before: live, after }),
    ownDraft: draft === null ? null : { savedAt: draft.savedAt.toISOString() },
  };
}

/**
 * A pack of another installation becomes the designer's draft, based on what is live here, with what lint says of it:
 * publishing stays a decision of its own. Whom to trust the operator says (PACK_TRUST). An own draft is replaced only when
 * that is asked for; its saves stay in the history.
 * Throws AppError `draftExists` and what openArchive throws.
 */
export async function importPack({
  app,
  actor,
  archive,
  replace = false,
}: Arrived & { replace?: boolean }): Promise<{ draft: PackDraftDocument; keyId: string }> {
  const { files, manifest, keyId } = await openHere(app, archive);
  const { packCode, contentHash } = manifest;
  const own = await readDraft(app, actor, packCode);
  if (own !== null && !replace) throw new AppError('draftExists', { params: { packCode } });
  const draft = await saveDraft({
    app,
    actor,
    packCode,
    baseVersion: (await app.packs.latest(packCode))?.version ?? 0,
    files: listed(files),
    expected: own?.revision,
  });
  const details = { packCode, hash: contentHash, keyId };
  await recordSecurityEvent({ app, type: 'packImported', actor: asEventActor(actor), details });
  return { draft, keyId };
}

async function openHere(app: AppContext, archive: Buffer): Promise<OpenedArchive> {
  return openArchive(archive, await trustedKeys(app.config));
}

function listed(files: Readonly<Record<string, string>>): PackFile[] {
  return Object.entries(files).map(([path, text]) => ({ path, text }));
}
