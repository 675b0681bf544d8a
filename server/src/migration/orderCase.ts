import type { AppContext } from '../app/appContext.ts';
import { changeCase } from '../cases/changeCase.ts';
import type { CaseDocument } from '../cases/model.ts';
import { AppError, type Text } from '../errors/appError.ts';
import type { CaseMigrationDocument, MigrationDocument } from './model.ts';
import { moveCase } from './moveCase.ts';
import { type CasePlan, planCase } from './planCase.ts';
import type { PlannedPair } from './planPair.ts';

const changed: Text = {
  'zh-CN': '办件在生成方案之后有了变化，没有迁移',
  en: 'The case has changed since the plan and was not migrated',
};
/** Looks at a case that others change meanwhile. */
const maximumLooks = 4;

/**
 * Begins the migration of one case, if it is still as the plan says: from now on its steps are not completed, and the
 * engine is owed the migration. A case that has no process yet is moved at once. Returns whether the engine is owed anything.
 * Throws EngineError when the engine is away.
 */
export async function orderCase(
  app: AppContext,
  migration: MigrationDocument,
  pair: PlannedPair,
  entry: CaseMigrationDocument,
): Promise<boolean> {
  for (let look = 1; ; look += 1) {
    // Begun by another copy meanwhile, or stopped.
    if (!(await isChosen(app, entry))) return false;
    const subject = (await app.models.cases
      .findOne({ _id: entry.caseId, tenant: app.tenant })
      .lean()) as CaseDocument | null;
    const plan = subject === null ? null : await planCase(app, pair, subject);
    if (plan === null || !plan.fits || plan.digest !== entry.digest) {
      await leave(app, entry, plan);
      return false;
    }
    try {
      return await begin(app, migration, pair, entry, plan);
    } catch (error) {
      const overtaken = error instanceof AppError && error.code === 'versionConflict';
      if (!overtaken || look >= maximumLooks) throw error;
    }
  }
}

async function isChosen(app: AppContext, { _id }: CaseMigrationDocument): Promise<boolean> {
  return (await app.models.caseMigrations.findOne({ _id }, { state: 1 }).lean())?.state === 'chosen';
}

async function begin(
  app: AppContext,
  migration: MigrationDocument,
  pair: PlannedPair,
  entry: CaseMigrationDocument,
  { subject, variables }: CasePlan,
): Promise<boolean> {
  const started = subject.engine.state === 'started';
  await changeCase({
    app,
    caseId: subject._id,
    expectedVersion: subject.version,
    actor: { kind: 'user', ...migration.by },
    work: async (change) => {
      const { from, to, note } = migration;
      const begun = await app.models.caseMigrations.updateOne(
        { _id: entry._id, state: 'chosen' },
        { $set: { state: 'ordered', at: change.now } },
        { session: change.session },
      );
      if (begun.modifiedCount !== 1) throw new AppError('versionConflict');
      change.subject.migration = { id: migration._id, to };
      if (!started) return moveCase({ app, change, migration, pair });
      change.event('migrationOrdered', { from, to, note });
      change.outbox({
        destination: 'engine',
        type: 'migrateCase',
        payload: { migrationId: migration._id, variables },
      });
    },
  });
  return started;
}

/** The case is not as it was planned: it stays, and the migration says why. */
async function leave(app: AppContext, entry: CaseMigrationDocument, plan: CasePlan | null): Promise<void> {
  const blocking = plan?.findings.find(({ severity }) => severity === 'blocking');
  const reason = blocking === undefined ? changed : { 'zh-CN': blocking.zh, en: blocking.en };
  await app.models.caseMigrations.updateOne(
    { _id: entry._id, state: 'chosen' },
    { $set: { state: 'stayed', reason, at: app.time.now() } },
  );
}
