import { PackError, parsePack } from '@onewindow/processes';
import type { AppContext } from '../app/appContext.ts';
import { AppError } from '../errors/appError.ts';
import type { Actor } from '../identity/actor.ts';
import type { PackFile } from './model.ts';
import { readDraft, viewDraft } from './saveDraft.ts';
import { listVersions, viewVersion } from './viewVersion.ts';

/**
 * What a designer opens: the live version with its files, the versions, and the designer's own draft. A pack that is a
 * draft only has version 0 and no published files.
 * Throws AppError `itemUnknown` when there is neither.
 */
export async function viewPack(app: AppContext, actor: Actor, packCode: string) {
  /** Publishing takes a second person. */
  const approval = app.config.PUBLISH_APPROVAL === 'second';
  const kept = await readDraft(app, actor, packCode);
  const draft = kept === null ? null : viewDraft(kept);
  const versions = await listVersions(app, packCode);
  const [live] = versions;
  if (live !== undefined)
    return {
      ...(await viewVersion(app, packCode, live.version)),
      retired: live.retired,
      versions,
      draft,
      approval,
    };
  if (draft === null) throw new AppError('itemUnknown', { params: { packCode } });
  const manifest = manifestOf(draft.files);
  return {
    packCode,
    version: 0,
    hash: '',
    name: manifest?.name ?? null,
    files: [],
    manifest,
    retired: null,
    versions,
    draft,
    approval,
  };
}

/** The manifest of unpublished files, or null while it cannot be read. */
export function manifestOf(files: readonly PackFile[]) {
  try {
    return parsePack(Object.fromEntries(files.map(({ path, text }) => [path, text])));
  } catch (error) {
    if (error instanceof PackError) return null;
    throw error;
  }
}
