import { isEngineError } from '@onewindow/engine';
import { isBlocking } from '@onewindow/processes/migration';
import type { AppContext } from '../app/appContext.ts';
import { recordSecurityEvent } from '../audit/recordSecurityEvent.ts';
import { AppError } from '../errors/appError.ts';
import { type Actor, asAuthor, asEventActor } from '../identity/actor.ts';
import { inTransaction, isDuplicateKey } from '../store/inTransaction.ts';
import { newId } from '../store/newId.ts';
import { carryOn, patience } from './carryOn.ts';
import type { CaseMigrationDocument, MigrationDocument } from './model.ts';
import { planMigration, type WholePlan } from './planMigration.ts';
import type { MigrationWish, PlannedPair } from './planPair.ts';
import { viewPlan } from './viewPlan.ts';

/**
 * Orders the migration that was shown: exactly the plan with this hash. The cases that fit are written down with it in one
 * transaction and then moved; those that do not fit stay. A repeated request (same `requestId`) orders nothing
 * again.
 * Throws AppError `migrationPlanChanged` (with the plan as it is now), `migrationImpossible` (with the plan), and what
 * planMigration throws.
 */
export async function orderMigration(input: {
  app: AppContext;
  actor: Actor;
  wish: MigrationWish;
  cases?: readonly string[] | undefined;
  planHash: string;
  note: string;
  requestId?: string | undefined;
}): Promise<MigrationDocument> {
  const { app, planHash, requestId } = input;
  const earlier = await orderedBefore(app, requestId);
  if (earlier !== null) return resume(app, earlier);
  const plan = await planMigration(input);
  if (plan.hash !== planHash)
    throw new AppError('migrationPlanChanged', { extra: { plan: viewPlan(app, plan) } });
  if (!plan.possible || plan.pair.findings.some(isBlocking))
    throw new AppError('migrationImpossible', { extra: { plan: viewPlan(app, plan) } });
  const migration = documentOf(input, plan);
  try {
    await commit(input, migration, plan);
  } catch (error) {
    const own = isDuplicateKey(error) ? await orderedBefore(app, requestId) : null;
    if (own === null) throw error;
    return resume(app, own);
  }
  await begin(app, migration, plan.pair);
  return migration;
}

async function resume(app: AppContext, migration: MigrationDocument): Promise<MigrationDocument> {
  await begin(app, migration);
  return migration;
}

/** The order is given: with the engine away it is carried out when that is back. */
async function begin(app: AppContext, migration: MigrationDocument, planned?: PlannedPair): Promise<void> {
  const known = planned === undefined ? {} : { planned };
  try {
    await carryOn(app, migration, { atMost: patience, ...known });
  } catch (error) {
    if (!isEngineError(error, 'engineAway')) throw error;
    app.log.warn({ migration: migration._id }, 'the engine is away, the migration goes on later');
  }
}

async function orderedBefore(
  app: AppContext,
  requestId: string | undefined,
): Promise<MigrationDocument | null> {
  if (requestId === undefined) return null;
  return (await app.models.migrations
    .findOne({ _id: requestId, tenant: app.tenant })
    .lean()) as MigrationDocument | null;
}

function documentOf(
  { app, actor, wish, planHash, note, requestId }: Parameters<typeof orderMigration>[0],
  { pair }: WholePlan,
): MigrationDocument {
  return {
    _id: requestId ?? newId(),
    schemaVersion: 1,
    tenant: app.tenant,
    packCode: wish.packCode,
    from: wish.from,
    to: wish.to,
    plan: pair.plan,
    mapping: Object.entries(wish.mapping).map(([from, to]) => ({ from, to })),
    limits: wish.limits,
    note,
    planHash,
    by: asAuthor(actor),
    at: app.time.now(),
  };
}

async function commit(
  { app, actor }: Parameters<typeof orderMigration>[0],
  migration: MigrationDocument,
  plan: WholePlan,
): Promise<void> {
  const cases = plan.cases
    .filter(({ fits }) => fits)
    .map(
      ({ subject, digest }): CaseMigrationDocument => ({
        _id: newId(),
        schemaVersion: 1,
        tenant: app.tenant,
        migrationId: migration._id,
        caseId: subject._id,
        caseNo: subject.caseNo ?? '',
        state: 'chosen',
        digest,
        at: migration.at,
      }),
    );
  await inTransaction(app.connection, async (session) => {
    await app.models.migrations.insertMany([migration], { session });
    await app.models.caseMigrations.insertMany(cases, { session });
    const { packCode, from, to, note } = migration;
    await recordSecurityEvent({
      app,
      type: 'migrationOrdered',
      actor: asEventActor(actor),
      details: { packCode, from, to, note, migrationId: migration._id, cases: cases.length },
      session,
    });
  });
}
