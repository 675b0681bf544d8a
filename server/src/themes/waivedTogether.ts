import type { Theme } from '@onewindow/processes';
import type { AppContext } from '../app/appContext.ts';
import { type CaseChange, changeCase, changeCaseIn } from '../cases/changeCase.ts';
import type { CaseDocument, CaseMaterial, MaterialFile } from '../cases/model.ts';
import { type Actor, asEventActor } from '../identity/actor.ts';
import { isAskedFor } from '../intake/isAskedFor.ts';
import { readEngineVariables } from '../intake/readEngineVariables.ts';
import type { Waiver } from '../intake/startWaiverClocks.ts';
import { supplyWaived } from '../intake/supplyWaived.ts';
import { newId } from '../store/newId.ts';
import { readItemCases, themeOf } from './themeItems.ts';

/** What is waived now, with what was at an earlier acceptance: items that waited then need it too. */
export function allWaived(themeCase: CaseDocument, given: readonly Waiver[]): Waiver[] {
  const before = themeCase.materials.flatMap(({ key, waivedUntil, ...material }) =>
    waivedUntil === undefined || isThere(material) || given.some(({ materialKey }) => materialKey === key)
      ? []
      : [{ materialKey: key, dueDay: waivedUntil }],
  );
  return [...given, ...before];
}

/** The waivers of one item: what it asks for, lacks, and does not hold for key. `of` is the theme's own. */
export async function waivedOfItem(options: {
  app: AppContext;
  theme: Theme;
  item: CaseDocument;
  waived: readonly Waiver[];
}): Promise<{ of: Waiver; waiver: Waiver }[]> {
  const { app, theme, item, waived } = options;
  if (waived.length === 0) return [];
  const loaded = await app.packs.version(item.packCode, item.packVersion);
  const { variables } = await readEngineVariables({ app, subject: item });
  return waived.flatMap((of) =>
    targetsOf(theme, item, of.materialKey).flatMap((entry) => {
      const rule = loaded.material(entry.key);
      const lacks = rule !== undefined && !rule.keyMaterial && isAskedFor(rule, variables) && !isThere(entry);
      return lacks ? [{ of, waiver: { materialKey: entry.key, dueDay: of.dueDay } }] : [];
    }),
  );
}

/** The theme's own list says what is to follow, until when. */
export async function noteWaived(options: {
  app: AppContext;
  actor: Actor;
  themeCase: CaseDocument;
  waived: readonly Waiver[];
}): Promise<void> {
  const { app, actor, themeCase, waived } = options;
  if (waived.length === 0) return;
  await changeCase({
    app,
    caseId: themeCase._id,
    actor: asEventActor(actor),
    work: (change) => {
      for (const { materialKey, dueDay } of waived) {
        const material = change.subject.materials.find(({ key }) => key === materialKey);
        if (material === undefined || material.waivedUntil === dueDay) continue;
        material.waivedUntil = dueDay;
        change.event('materialWaived', { material: materialKey, dueDay });
      }
    },
  });
}

/**
 * A material that was to follow has come in with the visit: it is there for every item that waited for it, in the transaction of
 * the theme's own change. Returns the items that changed; the caller announces them once it is committed.
 */
export async function passToItems(options: {
  app: AppContext;
  /** The change of the theme's case. */
  change: CaseChange;
  materialKey: string;
  supplied: { file: MaterialFile } | { licenseId: string; identifier: string };
}): Promise<CaseDocument[]> {
  const { app, change, materialKey, supplied } = options;
  const theme = themeOf(await app.packs.version(change.subject.packCode, change.subject.packVersion));
  const changed: CaseDocument[] = [];
  for (const item of await readItemCases(app, change.subject)) {
    if (item.state !== 'accepted') continue;
    const keys = targetsOf(theme, item, materialKey)
      .filter(({ waivedUntil }) => waivedUntil !== undefined)
      .map(({ key }) => key);
    if (keys.length === 0) continue;
    const { subject } = await changeCaseIn(
      change.session,
      {
        app,
        caseId: item._id,
        actor: change.actor,
        work: async (own) => {
          for (const key of keys) {
            const material = own.subject.materials.find((entry) => entry.key === key);
            if (material === undefined) continue;
            if ('file' in supplied) {
              // The stored body is one and the same; the upload is each case's own.
              material.files = [...material.files, { ...supplied.file, id: newId() }];
              const { sha256, size } = supplied.file;
              own.event('materialAttached', { material: key, sha256, size });
            } else {
              material.licenseId = supplied.licenseId;
              own.event('materialHeld', { material: key, license: supplied.identifier });
            }
            await supplyWaived({ app, change: own, materialKey: key });
          }
        },
      },
      change.now,
    );
    changed.push(subject);
  }
  return changed;
}

function targetsOf(theme: Theme, item: CaseDocument, materialKey: string): CaseMaterial[] {
  const keys = (theme.sharedMaterials.find(({ material }) => material === materialKey)?.to ?? [])
    .filter((target) => target.item === item.packCode)
    .map((target) => target.material);
  return item.materials.filter(({ key }) => keys.includes(key));
}

function isThere({ files, licenseId }: Pick<CaseMaterial, 'files' | 'licenseId'>): boolean {
  return files.length > 0 || licenseId !== undefined;
}
