import type { AppContext } from '../app/appContext.ts';
import { installationKey } from '../archive/installationKey.ts';
import { keyIdOf } from '../archive/signingKey.ts';
import { writeArchive } from '../archive/writeArchive.ts';
import { recordSecurityEvent } from '../audit/recordSecurityEvent.ts';
import { type Actor, asEventActor } from '../identity/actor.ts';
import { viewVersion } from './viewVersion.ts';

/**
 * A published version as one signed zip (docs/decisions/0007): what is not published was approved by nobody and is not
 * handed out. Throws AppError `packVersionUnknown`, `archiveNoKey`, `archiveKey`.
 */
export async function exportPack(input: {
  app: AppContext;
  actor: Actor;
  packCode: string;
  version: number;
}): Promise<{ name: string; bytes: Buffer }> {
  const { app, actor, packCode, version } = input;
  const { files, hash } = await viewVersion(app, packCode, version);
  const key = await installationKey(app.config);
  const content = Object.fromEntries(files.map(({ path, text }) => [path, text]));
  const bytes = await writeArchive({ files: content, version, key });
  const details = { packCode, version, hash, keyId: keyIdOf(key) };
  await recordSecurityEvent({ app, type: 'packExported', actor: asEventActor(actor), details });
  return { name: `${packCode}-v${version}.zip`, bytes };
}
