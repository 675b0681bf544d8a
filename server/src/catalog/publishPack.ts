import { EngineError } from '@onewindow/engine';
import { contentHash, parsePack } from '@onewindow/processes';
import type { AppContext } from '../app/appContext.ts';
import { recordSecurityEvent } from '../audit/recordSecurityEvent.ts';
import { AppError } from '../errors/appError.ts';
import { type Actor, asEventActor } from '../identity/actor.ts';
import { inTransaction, isDuplicateKey } from '../store/inTransaction.ts';
import { newId } from '../store/newId.ts';
import { itemOf } from './itemOf.ts';
import { lintFiles } from './lintFiles.ts';
import { noProcess, type PackFile, type PackVersionDocument } from './model.ts';

/**
 * Publishes a pack as its next version: lint, deploy to the engine, then commit the version (a crash in between leaves
 * an orphan deployment, which the reconciler removes). New cases use it, running ones stay on theirs.
 * Throws AppError `packRefused` (with findings), `packChanged` (someone published meanwhile), `engineRefused`,
 * `engineAway`; nothing is deployed or stored then.
 */
export async function publishPack(input: {
  app: AppContext;
  publisher: Actor | { kind: 'system'; name: string };
  packCode: string;
  files: readonly PackFile[];
  /** Version that was edited; 0 for a new pack. */
  baseVersion: number;
  note: string;
}): Promise<PackVersionDocument> {
  const { app, packCode, files, baseVersion, note } = input;
  const findings = await lintFiles(app, files);
  const errors = findings.filter((finding) => finding.severity === 'error');
  if (errors.length > 0)
    throw new AppError('packRefused', { params: { count: errors.length }, extra: { findings } });
  const record = Object.fromEntries(files.map((file) => [file.path, file.text]));
  const pack = parsePack(record);
  if (pack.packCode !== packCode) throw new AppError('packRefused', { params: { count: 1 } });
  const current = (await app.packs.latest(packCode))?.version ?? 0;
  if (current !== baseVersion)
    throw new AppError('packChanged', {
      params: { currentVersion: current },
      extra: { currentVersion: current },
    });
  const version = current + 1;
  const hash = contentHash(record);
  const deployment =
    pack.theme === undefined
      ? await deploy(app, packCode, version, files)
      : { deploymentId: noProcess, definitionId: noProcess };
  const now = app.time.now();
  const entry: PackVersionDocument = {
    _id: newId(),
    schemaVersion: 1,
    tenant: app.tenant,
    packCode,
    version,
    hash,
    deploymentId: deployment.deploymentId,
    definitionId: deployment.definitionId,
    publishedAt: now,
    publishedBy:
      'kind' in input.publisher
        ? { id: 'system', name: input.publisher.name }
        : { id: input.publisher.id, name: input.publisher.name },
    note,
  };
  try {
    await inTransaction(app.connection, async (session) => {
      const known = await app.models.packContents
        .findOne({ tenant: app.tenant, hash }, null, { session })
        .lean();
      if (known === null) {
        await app.models.packContents.insertMany(
          [{ _id: newId(), schemaVersion: 1, tenant: app.tenant, hash, files: [...files] }],
          { session },
        );
      }
      await app.models.packVersions.insertMany([entry], { session });
      await app.models.items.updateOne(
        { tenant: app.tenant, packCode },
        { $set: itemOf(pack, version), $setOnInsert: { _id: newId(), schemaVersion: 1 } },
        { upsert: true, session },
      );
    });
  } catch (error) {
    if (deployment.deploymentId !== noProcess)
      await app.engine.deleteDeployment(deployment.deploymentId, { cascade: false }).catch(() => undefined);
    if (isDuplicateKey(error)) throw new AppError('packChanged', { params: { currentVersion: version } });
    throw error;
  }
  await recordSecurityEvent({
    app,
    type: 'packPublished',
    actor: 'kind' in input.publisher ? input.publisher : asEventActor(input.publisher),
    details: { packCode, version, hash, note },
  });
  return entry;
}

async function deploy(
  app: AppContext,
  packCode: string,
  version: number,
  files: readonly PackFile[],
): Promise<{ deploymentId: string; definitionId: string }> {
  try {
    const deployment = await app.engine.deploy({
      name: `${packCode}@${version}`,
      tenant: app.tenant,
      files: files
        .filter((file) => /\.(bpmn|dmn)$/.test(file.path))
        .map((file) => ({ path: file.path, content: file.text })),
    });
    const definitionId = deployment.processDefinitionIds[packCode];
    if (definitionId === undefined)
      throw new AppError('engineRefused', { params: { reason: `no process ${packCode}` } });
    return { deploymentId: deployment.id, definitionId };
  } catch (error) {
    if (error instanceof EngineError && error.code !== 'engineAway') {
      throw new AppError('engineRefused', {
        params: { reason: error.message },
        extra: { problems: error.problems },
        cause: error,
      });
    }
    throw error;
  }
}
