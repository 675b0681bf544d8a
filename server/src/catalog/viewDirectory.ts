import type { AppContext } from '../app/appContext.ts';

/**
 * What a pack may name of this installation: departments; types of licenses that some live pack issues or some material
 * accepts (those of other bodies have no name here); themes.
 */
export async function viewDirectory(app: AppContext) {
  const items = await app.models.items.find({ tenant: app.tenant }, { packCode: 1, version: 1 }).lean();
  const packs = await Promise.all(items.map(({ packCode, version }) => app.packs.version(packCode, version)));
  const types = new Map<string, { 'zh-CN': string; en: string } | null>();
  for (const { pack } of packs) {
    for (const { licenseTypes } of pack.materials)
      for (const type of licenseTypes) if (!types.has(type)) types.set(type, null);
    if (pack.license) types.set(pack.license.type, pack.license.name);
  }
  return {
    departments: app.organisation.departments().map(({ departmentId, name }) => ({ id: departmentId, name })),
    licenseTypes: [...types].sort(([a], [b]) => a.localeCompare(b)).map(([type, name]) => ({ type, name })),
    themes: packs
      .filter(({ pack }) => pack.kind === 'theme')
      .map(({ pack }) => ({ packCode: pack.packCode, name: pack.name })),
  };
}
