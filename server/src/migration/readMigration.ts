import type { AppContext } from '../app/appContext.ts';
import { AppError } from '../errors/appError.ts';
import type { Actor } from '../identity/actor.ts';
import type { CaseMigrationDocument, MigrationDocument } from './model.ts';
import { requirePackScope } from './requirePackScope.ts';

/** A migration, and of how many of its cases what has become. */
async function summarise(app: AppContext, migration: MigrationDocument) {
  const cases = (await app.models.caseMigrations
    .find({ tenant: app.tenant, migrationId: migration._id }, { caseId: 1, caseNo: 1, state: 1, reason: 1 })
    .sort({ _id: 1 })
    .lean()) as CaseMigrationDocument[];
  const count = (...states: string[]) => cases.filter(({ state }) => states.includes(state)).length;
  const summary = {
    id: migration._id,
    packCode: migration.packCode,
    from: migration.from,
    to: migration.to,
    limits: migration.limits,
    mapping: Object.fromEntries(migration.mapping.map((entry) => [entry.from, entry.to])),
    note: migration.note,
    by: migration.by.name,
    at: migration.at.toISOString(),
    waiting: count('chosen'),
    open: count('chosen', 'ordered'),
    moved: count('moved'),
    stayed: count('stayed'),
  };
  return { summary, cases };
}

/** A migration and what has become of its cases. */
export async function viewMigration(app: AppContext, migration: MigrationDocument) {
  const { summary, cases } = await summarise(app, migration);
  return {
    ...summary,
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
  return viewMigration(app, await findMigration(app, packCode, id));
}

/** Throws AppError `notFound`. */
export async function findMigration(
  app: AppContext,
  packCode: string,
  id: string,
): Promise<MigrationDocument> {
  const found = (await app.models.migrations
    .findOne({ _id: id, tenant: app.tenant, packCode })
    .lean()) as MigrationDocument | null;
  if (found === null) throw new AppError('notFound');
  return found;
}

/** The migrations of a pack, latest first (50), without their cases. Throws AppError `itemUnknown`, `forbidden`. */
export async function listMigrations(app: AppContext, actor: Actor, packCode: string) {
  await requireOwnPack(app, actor, packCode);
  const found = (await app.models.migrations
    .find({ tenant: app.tenant, packCode })
    .sort({ at: -1 })
    .limit(50)
    .lean()) as MigrationDocument[];
  const items = await Promise.all(found.map(async (entry) => (await summarise(app, entry)).summary));
  return { items };
}

async function requireOwnPack(app: AppContext, actor: Actor, packCode: string): Promise<void> {
  const { pack } = await app.packs.live(packCode);
  if (!actor.roles.includes('admin')) requirePackScope(app, actor, pack.department);
}
