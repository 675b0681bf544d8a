import type { AppContext } from '../app/appContext.ts';

/** What a rule can be for: the steps of every published item, those that the department itself answers for first. */
export async function listRuleScopes(app: AppContext, departmentId: string) {
  const items = await app.models.items.find({ tenant: app.tenant }).lean();
  const loaded = await Promise.all(
    items.map(({ packCode, version }) => app.packs.version(packCode, version)),
  );
  return loaded
    .map(({ pack }) => ({
      packCode: pack.packCode,
      name: pack.name,
      own: pack.department === departmentId,
      steps: Object.entries(pack.steps).map(([key, { name }]) => ({ key, name })),
    }))
    .sort((one, other) => Number(other.own) - Number(one.own) || (one.packCode < other.packCode ? -1 : 1));
}
