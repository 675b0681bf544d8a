import { type Finding, type KnownPack, knownPackOf, lintPack } from '@onewindow/processes';
import type { AppContext } from '../app/appContext.ts';
import { lintContext } from './lintContext.ts';
import type { PackFile } from './model.ts';

/** Every finding about a pack, with the no-code rules of the engine included. Nothing is stored or deployed. */
export async function lintFiles(app: AppContext, files: readonly PackFile[]): Promise<Finding[]> {
  const departments = app.organisation.departments().map((department) => department.departmentId);
  const record = Object.fromEntries(files.map((file) => [file.path, file.text]));
  const packs = await itemsOfTheme(app, record);
  return lintPack(record, { ...lintContext(departments), ...(packs === undefined ? {} : { packs }) });
}

/** What a theme is checked against: the live packs of the catalogue. Undefined for any other pack. */
async function itemsOfTheme(
  app: AppContext,
  files: Record<string, string>,
): Promise<ReadonlyMap<string, KnownPack> | undefined> {
  if (!/^kind:\s*theme\s*$/m.test(files['pack.yaml'] ?? '')) return undefined;
  const items = await app.models.items.find({ tenant: app.tenant }, { packCode: 1 }).lean();
  const known = await Promise.all(
    items.map(async ({ packCode }) => {
      const live = await app.packs.live(packCode);
      return [packCode, knownPackOf(Object.fromEntries(live.files))] as const;
    }),
  );
  return new Map(known);
}
