import type { AppContext } from '../app/appContext.ts';
import type { PackContentDocument, PackVersionDocument, Retirement } from './model.ts';

/** A published version in the list of versions: `live` begins new cases, `superseded` and `retired` ones only go on. */
export function viewEntry(entry: PackVersionDocument, live: number) {
  const retired = entry.retired === undefined ? null : viewRetirement(entry.retired);
  return {
    version: entry.version,
    hash: entry.hash,
    publishedAt: entry.publishedAt.toISOString(),
    publishedBy: entry.publishedBy.name,
    requestedBy: entry.requestedBy?.name ?? null,
    note: entry.note,
    state: retired !== null ? 'retired' : entry.version === live ? 'live' : 'superseded',
    restores: entry.restores ?? null,
    retired,
  };
}

export function viewRetirement({ at, by, note }: Retirement) {
  return { at: at.toISOString(), by: by.name, note };
}

/** The versions of a pack, latest first; none for a pack that is not published. */
export async function listVersions(app: AppContext, packCode: string) {
  const versions = (await app.models.packVersions
    .find({ tenant: app.tenant, packCode })
    .sort({ version: -1 })
    .lean()) as PackVersionDocument[];
  return versions.map((entry) => viewEntry(entry, versions[0]?.version ?? 0));
}

/** One version with its files. Throws AppError `itemUnknown`. */
export async function viewVersion(app: AppContext, packCode: string, version: number) {
  const loaded = await app.packs.version(packCode, version);
  const content = (await app.models.packContents
    .findOne({ tenant: app.tenant, hash: loaded.hash })
    .lean()) as PackContentDocument | null;
  return {
    packCode,
    version,
    hash: loaded.hash,
    name: loaded.pack.name,
    files: content?.files ?? [],
    manifest: loaded.pack,
  };
}
