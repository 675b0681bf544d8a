import type { AppContext } from '../app/appContext.ts';
import { upTo } from '../store/upTo.ts';
import { carryOn } from './carryOn.ts';
import type { MigrationDocument } from './model.ts';

/** Milliseconds after which cases that were chosen and not begun are taken up by any server copy. */
const abandonedAfter = 15_000;

/** Goes on with migrations whose server was stopped, or which found the engine away. Throws EngineError. */
export async function resumeMigrations(app: AppContext): Promise<void> {
  const before = new Date(app.time.now().getTime() - abandonedAfter);
  const left = await app.models.caseMigrations
    .find({ tenant: app.tenant, state: 'chosen', at: upTo(before) }, { migrationId: 1 })
    .limit(200)
    .lean();
  for (const id of new Set(left.map(({ migrationId }) => migrationId))) {
    const migration = (await app.models.migrations
      .findOne({ _id: id, tenant: app.tenant })
      .lean()) as MigrationDocument | null;
    if (migration !== null) await carryOn(app, migration);
  }
}
