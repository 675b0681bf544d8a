import { isEngineError, type MigratedCase, migrateCase, moveTimers } from '@onewindow/engine';
import { isClockName } from '@onewindow/processes';
import type { AppContext } from '../app/appContext.ts';
import { changeCase } from '../cases/changeCase.ts';
import type { CaseDocument } from '../cases/model.ts';
import type { Text } from '../errors/appError.ts';
import { type MarkDone, PoisonEntry } from '../outbox/deliverOutbox.ts';
import type { OutboxDocument } from '../outbox/model.ts';
import type { MigrationDocument } from './model.ts';
import { moveCase } from './moveCase.ts';

/** Attempts after which an engine that fails on this one instance counts as a refusal: the case must not stand still. */
const patientAttempts = 8;

const reasons: Readonly<Record<'gone' | 'elsewhere', Text>> = {
  gone: { 'zh-CN': '流程在迁移之前已经结束', en: 'The process had ended before' },
  elsewhere: { 'zh-CN': '流程已不在原版本上', en: 'The process is no longer on the old version' },
};

/**
 * Migrates one case: first in the engine, then in the store, which marks the command delivered in the same transaction. A
 * kill between the two is repaired by the next delivery, which finds the engine migrated. What the engine refuses leaves the
 * case where it was, with the reason in its history.
 * Throws EngineError when the engine is away, PoisonEntry when the migration is not there.
 */
export async function deliverMigration(options: {
  app: AppContext;
  entry: OutboxDocument;
  subject: CaseDocument;
  done: MarkDone | undefined;
}): Promise<void> {
  const { app, entry, subject } = options;
  const migration = (await app.models.migrations
    .findOne({ _id: String(entry.payload['migrationId']), tenant: app.tenant })
    .lean()) as MigrationDocument | null;
  if (migration === null) throw new PoisonEntry(`no migration ${String(entry.payload['migrationId'])}`);
  const outcome = await migrateInEngine(app, entry, subject, migration);
  const after = await app.packs.version(migration.packCode, migration.to);
  await changeCase({
    app,
    caseId: subject._id,
    actor: { kind: 'user', ...migration.by },
    work: async (change) => {
      await options.done?.(change.session);
      if (change.subject.migration?.id !== migration._id) return;
      if (typeof outcome === 'string') return moveCase({ app, change, migration, pair: { after } });
      const { from, to } = migration;
      delete change.subject.migration;
      change.event('migrationRefused', { from, to, reason: outcome.reason['zh-CN'] });
      await app.models.caseMigrations.updateOne(
        { tenant: app.tenant, migrationId: migration._id, caseId: subject._id },
        { $set: { state: 'stayed', reason: outcome.reason, at: change.now } },
        { session: change.session },
      );
    },
  });
}

/** The engine sets up timers of the new version before it gives the variables of a migration: their dates must be there. */
async function tellDates(app: AppContext, entry: OutboxDocument, subject: CaseDocument): Promise<void> {
  const given = Object.entries(entry.payload['variables'] as Record<string, string>);
  const dates = given.filter(([name]) => isClockName(name));
  if (dates.length === 0) return;
  await moveTimers({
    client: app.engine,
    processInstanceId: subject.engine.processInstanceId ?? '',
    variables: Object.fromEntries(dates),
  });
}

async function migrateInEngine(
  app: AppContext,
  entry: OutboxDocument,
  subject: CaseDocument,
  { plan }: MigrationDocument,
): Promise<Extract<MigratedCase, 'migrated' | 'alreadyMigrated'> | { reason: Text }> {
  try {
    await tellDates(app, entry, subject);
    const outcome = await migrateCase({
      client: app.engine,
      processInstanceId: subject.engine.processInstanceId ?? '',
      plan,
      variables: entry.payload['variables'] as Record<string, string | number | boolean>,
    });
    return outcome === 'gone' || outcome === 'elsewhere' ? { reason: reasons[outcome] } : outcome;
  } catch (error) {
    const refused =
      isEngineError(error, 'engineRefused') ||
      (isEngineError(error, 'engineFailed') && entry.attempts >= patientAttempts);
    if (!refused) throw error;
    const said = error.message.slice(0, 300);
    return { reason: { 'zh-CN': `流程引擎拒绝：${said}`, en: `The engine refuses: ${said}` } };
  }
}
