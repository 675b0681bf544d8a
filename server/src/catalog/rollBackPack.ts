import type { AppContext } from '../app/appContext.ts';
import { AppError } from '../errors/appError.ts';
import type { Actor } from '../identity/actor.ts';
import type { PackVersionDocument } from './model.ts';
import { publishPack } from './publishPack.ts';

/**
 * Publishes the content of an older version again, as the next version. It is checked as any other publication: what was
 * sound once may name a department or an item that is gone. The live version is refused, unless it is retired.
 * Throws AppError `itemUnknown`, `versionIsLive` and what publishPack throws.
 */
export async function rollBackPack(input: {
  app: AppContext;
  publisher: Actor;
  packCode: string;
  /** Whose content comes back. */
  version: number;
  /** Version that is live for whoever decided. */
  baseVersion: number;
  note: string;
  requestId?: string | undefined;
}): Promise<PackVersionDocument> {
  const { app, publisher, packCode, version, baseVersion, note, requestId } = input;
  const { files } = await app.packs.version(packCode, version);
  const live = await app.packs.latest(packCode);
  if (live?.version === version && live.retired === undefined)
    throw new AppError('versionIsLive', { params: { version } });
  return publishPack({
    app,
    publisher,
    packCode,
    files: [...files].map(([path, text]) => ({ path, text })),
    baseVersion,
    note,
    restores: version,
    requestId,
  });
}
