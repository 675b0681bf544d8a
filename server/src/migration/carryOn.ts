import { isEngineError } from '@onewindow/engine';
import type { AppContext } from '../app/appContext.ts';
import { deliverNow } from '../outbox/deliverNow.ts';
import type { CaseMigrationDocument, MigrationDocument } from './model.ts';
import { orderCase } from './orderCase.ts';
import { type PlannedPair, planPair } from './planPair.ts';

/** Milliseconds for which an order waits for its cases; what is left is done in the background. */
const patience = 8_000;

/**
 * Begins with the cases of a migration that were chosen and not begun, one at a time, and tries to bring each to the engine
 * at once. With the engine away, or after some seconds, what is left is begun by the background (`resumeMigrations`).
 */
export async function carryOn(
  app: AppContext,
  migration: MigrationDocument,
  planned?: PlannedPair,
): Promise<void> {
  const until = performance.now() + patience;
  const all = (await app.models.caseMigrations
    .find({ tenant: app.tenant, migrationId: migration._id })
    .sort({ _id: 1 })
    .lean()) as CaseMigrationDocument[];
  const left = all.filter(({ state }) => state === 'chosen');
  if (left.length === 0) return;
  try {
    const pair = planned ?? (await planPair(app, wishOf(migration)));
    for (const entry of left) {
      if (performance.now() > until) return;
      await beginOne(app, migration, pair, entry);
    }
  } catch (error) {
    if (!isEngineError(error, 'engineAway')) throw error;
    app.log.warn({ migration: migration._id }, 'the engine is away, the migration goes on later');
  }
}

/** One case that cannot be begun keeps no other from its turn: it stays chosen, and the background tries it again. */
async function beginOne(
  app: AppContext,
  migration: MigrationDocument,
  pair: PlannedPair,
  entry: CaseMigrationDocument,
): Promise<void> {
  try {
    if (await orderCase(app, migration, pair, entry)) await deliverNow(app, { _id: entry.caseId });
  } catch (error) {
    if (isEngineError(error, 'engineAway')) throw error;
    app.log.error(
      { caseId: entry.caseId, migration: migration._id, err: error },
      'a case was not migrated yet',
    );
  }
}

/** A migration as it was wished. */
export function wishOf({ packCode, from, to, mapping, limits }: MigrationDocument) {
  return {
    packCode,
    from,
    to,
    limits,
    mapping: Object.fromEntries(mapping.map((entry) => [entry.from, entry.to])),
  };
}
