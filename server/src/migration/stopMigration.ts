import type { AppContext } from '../app/appContext.ts';
import { recordSecurityEvent } from '../audit/recordSecurityEvent.ts';
import { type Actor, asEventActor } from '../identity/actor.ts';
import { inTransaction } from '../store/inTransaction.ts';
import type { CaseMigrationDocument } from './model.ts';
import { findMigration, viewMigration } from './readMigration.ts';
import { requirePackScope } from './requirePackScope.ts';

/**
 * Stops a migration: the cases that were not begun stay where they are, with the reason. What is moved stays moved, and what the
 * engine was asked for is carried out. Stopping one that has nothing left to begin changes nothing.
 * Throws AppError `notFound`, `itemUnknown`, `forbidden`.
 */
export async function stopMigration(input: {
  app: AppContext;
  actor: Actor;
  packCode: string;
  id: string;
  reason: string;
}) {
  const { app, actor, packCode, id, reason } = input;
  const { pack } = await app.packs.live(packCode);
  requirePackScope(app, actor, pack.department);
  const migration = await findMigration(app, packCode, id);
  await inTransaction(app.connection, async (session) => {
    const all = (await app.models.caseMigrations
      .find({ tenant: app.tenant, migrationId: id }, null, { session })
      .lean()) as CaseMigrationDocument[];
    const left = all.filter(({ state }) => state === 'chosen');
    if (left.length === 0) return;
    const said = { 'zh-CN': `迁移被停止：${reason}`, en: `The migration was stopped: ${reason}` };
    // One that is begun at this very moment is not `chosen` any more: it goes its way.
    const stopped = await app.models.caseMigrations.bulkWrite(
      left.map(({ _id }) => ({
        updateOne: {
          filter: { _id, state: 'chosen' },
          update: { $set: { state: 'stayed', reason: said, at: app.time.now() } },
        },
      })),
      { session },
    );
    await recordSecurityEvent({
      app,
      type: 'migrationStopped',
      actor: asEventActor(actor),
      details: { packCode, migrationId: id, reason, cases: stopped.modifiedCount },
      session,
    });
  });
  return viewMigration(app, migration);
}
