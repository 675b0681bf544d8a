import type { AppContext } from '../app/appContext.ts';
import { AppError } from '../errors/appError.ts';
import type { Actor } from '../identity/actor.ts';
import type { CaseMigrationDocument, MigrationDocument } from './model.ts';
import { requirePackScope } from './requirePackScope.ts';

/** A migration and what has become of its cases. */
export async function viewMigration(app: AppContext, migration: MigrationDocument) {
  const cases = (await app.models.caseMigrations
    .find({ tenant: app.tenant, migrationId: migration._id })
    .sort({ _id: 1 })
    .lean()) as CaseMigrationDocument[];
  const count = (...states: string[]) => cases.filter(({ state }) => states.includes(state)).length;
  return {
    id: migration._id,
    packCode: migration.packCode,
    from: migration.from,
    to: migration.to,
    limits: migration.limits,
    mapping: Object.fromEntries(migration.mapping.map((entry) => [entry.from, entry.to])),
    note: migration.note,
    by: migration.by.name,
    at: migration.at.toISOString(),
    open: count('chosen', 'ordered'),
    moved: count('moved'),
    stayed: count('stayed'),
    cases: cases.map(({ caseId, caseNo, state, reason }) => ({
      id: caseId,
      caseNo,
      state,
      reason: reason ?? null,
    })),
  };
}

/** One migration of a pack. Throws AppError `notFound`, `forbidden`. */
export async function readMigration(app: AppContext, actor: Actor, packCode: string, id: string) {
  await requireOwnPack(app, actor, packCode);
  const found = (await app.models.migrations
    .findOne({ _id: id, tenant: app.tenant, packCode })
    .lean()) as MigrationDocument | null;
  if (found === null) throw new AppError('notFound');
  return viewMigration(app, found);
}

/** The migrations of a pack, latest first. Throws AppError `itemUnknown`, `forbidden`. */
export async function listMigrations(app: AppContext, actor: Actor, packCode: string) {
  await requireOwnPack(app, actor, packCode);
  const found = (await app.models.migrations
    .find({ tenant: app.tenant, packCode })
    .sort({ at: -1 })
    .limit(50)
    .lean()) as MigrationDocument[];
  return { items: await Promise.all(found.map((entry) => viewMigration(app, entry))) };
}

async function requireOwnPack(app: AppContext, actor: Actor, packCode: string): Promise<void> {
  const { pack } = await app.packs.live(packCode);
  if (!actor.roles.includes('admin')) requirePackScope(app, actor, pack.department);
}
