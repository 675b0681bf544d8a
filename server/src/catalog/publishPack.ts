import { contentHash, parsePack } from '@onewindow/processes';
import type { AppContext } from '../app/appContext.ts';
import { recordSecurityEvent } from '../audit/recordSecurityEvent.ts';
import { AppError } from '../errors/appError.ts';
import { type Actor, asEventActor } from '../identity/actor.ts';
import { inTransaction, isDuplicateKey } from '../store/inTransaction.ts';
import { newId } from '../store/newId.ts';
import { deployPack } from './deployPack.ts';
import { itemOf } from './itemOf.ts';
import { lintFiles } from './lintFiles.ts';
import { noProcess, type PackFile, type PackVersionDocument } from './model.ts';
import { versionConflict } from './versionConflict.ts';

export interface Publication {
  app: AppContext;
  publisher: Actor | { kind: 'system'; name: string };
  packCode: string;
  files: readonly PackFile[];
  /** Version that was edited; 0 for a new pack. */
  baseVersion: number;
  note: string;
  /** Who made it, where the publisher approves it as the second person. */
  requestedBy?: { id: string; name: string };
  /** Version whose content these files are, when it is published again. */
  restores?: number;
  /** The same for every try of one request: what an earlier try has published is not published again. */
  requestId?: string | undefined;
}

/**
 * Publishes a pack as its next version: lint, deploy to the engine, then commit the version (a crash in between leaves
 * an orphan deployment, which the reconciler removes). New cases use it, running ones stay on theirs; a retired pack is
 * in use again; the publisher's draft is done with.
 * Throws AppError `packRefused` and `engineRefused` (with findings), `packChanged` (someone published meanwhile, with the
 * difference), `engineAway`; nothing is deployed or stored then.
 */
export async function publishPack(input: Publication): Promise<PackVersionDocument> {
  const { app, packCode, files, baseVersion } = input;
  const earlier = await publishedBefore(input);
  if (earlier !== null) return earlier;
  const findings = await lintFiles(app, files);
  const errors = findings.filter((finding) => finding.severity === 'error');
  if (errors.length > 0)
    throw new AppError('packRefused', { params: { count: errors.length }, extra: { findings } });
  const record = Object.fromEntries(files.map((file) => [file.path, file.text]));
  const pack = parsePack(record);
  if (pack.packCode !== packCode) throw new AppError('packRefused', { params: { count: 1 } });
  const current = (await app.packs.latest(packCode))?.version ?? 0;
  if (current !== baseVersion) throw await versionConflict(app, packCode, baseVersion);
  const version = current + 1;
  const deployment =
    pack.theme === undefined
      ? await deployPack(app, { packCode, version, files })
      : { deploymentId: noProcess, definitionId: noProcess };
  const entry = entryOf(input, { version, hash: contentHash(record), ...deployment });
  try {
    await commit(input, entry, itemOf(pack, version));
  } catch (error) {
    if (deployment.deploymentId !== noProcess)
      await app.engine.deleteDeployment(deployment.deploymentId, { cascade: false }).catch(() => undefined);
    if (!isDuplicateKey(error)) throw error;
    const ownTry = await publishedBefore(input);
    if (ownTry !== null) return ownTry;
    throw await versionConflict(app, packCode, baseVersion);
  }
  return entry;
}

async function publishedBefore({
  app,
  packCode,
  requestId,
}: Publication): Promise<PackVersionDocument | null> {
  if (requestId === undefined) return null;
  return app.models.packVersions.findOne({ _id: requestId, tenant: app.tenant, packCode }).lean();
}

function entryOf(
  { app, publisher, packCode, note, restores, requestedBy, requestId }: Publication,
  made: Pick<PackVersionDocument, 'version' | 'hash' | 'deploymentId' | 'definitionId'>,
): PackVersionDocument {
  return {
    _id: requestId ?? newId(),
    schemaVersion: 1,
    tenant: app.tenant,
    packCode,
    ...made,
    publishedAt: app.time.now(),
    publishedBy:
      'kind' in publisher
        ? { id: 'system', name: publisher.name }
        : { id: publisher.id, name: publisher.name },
    note,
    ...(requestedBy === undefined ? {} : { requestedBy }),
    ...(restores === undefined ? {} : { restores }),
  };
}

/** Content, version, catalogue entry and audit: all of it or nothing. */
async function commit(
  { app, publisher, packCode, files, note, restores, requestedBy }: Publication,
  entry: PackVersionDocument,
  item: ReturnType<typeof itemOf>,
): Promise<void> {
  const { tenant } = app;
  const { hash, version } = entry;
  await inTransaction(app.connection, async (session) => {
    const known = await app.models.packContents.findOne({ tenant, hash }, null, { session }).lean();
    if (known === null) {
      const content = { _id: newId(), schemaVersion: 1, tenant, hash, files: [...files] };
      await app.models.packContents.insertMany([content], { session });
    }
    await app.models.packVersions.insertMany([entry], { session });
    await app.models.items.updateOne(
      { tenant, packCode },
      { $set: item, $unset: { retired: 1 }, $setOnInsert: { _id: newId(), schemaVersion: 1 } },
      { upsert: true, session },
    );
    if (!('kind' in publisher))
      await app.models.packDrafts.deleteOne(
        { tenant, packCode, userId: (requestedBy ?? publisher).id },
        { session },
      );
    await recordSecurityEvent({
      app,
      type: restores === undefined ? 'packPublished' : 'packRolledBack',
      actor: 'kind' in publisher ? publisher : asEventActor(publisher),
      details: {
        ...{ packCode, version, hash, note },
        ...(restores === undefined ? {} : { restores }),
        ...(requestedBy === undefined ? {} : { handedInBy: requestedBy.name }),
      },
      session,
    });
  });
}
