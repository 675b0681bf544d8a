import type { AppContext } from '../app/appContext.ts';
import { areasOf } from '../catalog/areasOf.ts';
import type { Actor } from '../identity/actor.ts';
import { takesChannel } from './reportInput.ts';

/** What this person may report: each dispatch with its form, the sources they take in, and the areas of the district. */
export async function listReportKinds(app: AppContext, actor: Actor) {
  const items = await app.models.items.find({ tenant: app.tenant, kind: 'dispatch' }).lean();
  const packs = await Promise.all(
    items
      .map((item) => item.packCode)
      .sort()
      .map((packCode) => app.packs.live(packCode)),
  );
  return {
    kinds: packs.flatMap((loaded) => {
      const operation = loaded.pack.operations[0];
      const sources = (loaded.pack.dispatch?.sources ?? []).filter(({ channel }) =>
        takesChannel(actor, channel),
      );
      if (operation === undefined || sources.length === 0) return [];
      const photos = loaded.material(operation.materials[0] ?? '');
      return [
        {
          packCode: loaded.pack.packCode,
          name: loaded.pack.name,
          form: loaded.form(operation.intakeForm),
          sources: sources.map(({ key, name, channel }) => ({ key, name, channel })),
          photos: photos === undefined ? null : { name: photos.name, accept: photos.accept },
          duplicates: loaded.pack.dispatch?.duplicates !== undefined,
        },
      ];
    }),
    areas: areasOf(app),
  };
}
