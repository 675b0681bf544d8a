import type { AppContext } from '../app/appContext.ts';
import { upTo } from '../store/upTo.ts';
import { carryOn, slice } from './carryOn.ts';
import type { MigrationDocument } from './model.ts';

/**
 * Goes on with migrations that are not begun in all their cases: those of an order that was answered before the last one, whose
 * server was stopped, or which found the engine away. Throws EngineError.
 */
export async function resumeMigrations(app: AppContext): Promise<void> {
  const left = await app.models.caseMigrations
    .find({ tenant: app.tenant, state: 'chosen', at: upTo(app.time.now()) }, { migrationId: 1 })
    .limit(200)
    .lean();
  for (const id of new Set(left.map(({ migrationId }) => migrationId))) {
    const migration = (await app.models.migrations
      .findOne({ _id: id, tenant: app.tenant })
      .lean()) as MigrationDocument | null;
    if (migration !== null) await carryOn(app, migration, { atMost: slice });
  }
}
