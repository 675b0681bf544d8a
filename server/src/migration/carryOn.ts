import { isEngineError } from '@onewindow/engine';
import type { AppContext } from '../app/appContext.ts';
import { inLanes } from '../app/inLanes.ts';
import { holdLease } from '../lease/holdLease.ts';
import { deliverNow } from '../outbox/deliverNow.ts';
import type { CaseMigrationDocument, MigrationDocument } from './model.ts';
import { orderCase } from './orderCase.ts';
import { type PlannedPair, planPair } from './planPair.ts';

/** Milliseconds for which a person who orders waits for the cases; what is left is done in the background. */
export const patience = 3_000;
/** Milliseconds after which the background lets go, well before its lease ends, and takes it up again. */
export const slice = 20_000;
/** Cases moved side by side. */
const lanes = 4;

/**
 * Begins with the cases of a migration that were chosen and not begun, and tries to bring each to the engine at once. Begins none
 * after so many milliseconds: what is left is begun by the background (`resumeMigrations`). One caller at a time; another
 * leaves it to that one. Throws EngineError when the engine is away.
 */
export async function carryOn(
  app: AppContext,
  migration: MigrationDocument,
  options: { atMost: number; planned?: PlannedPair },
): Promise<void> {
  const until = performance.now() + options.atMost;
  await holdLease(app, 'migrations', async () => {
    const all = (await app.models.caseMigrations
      .find({ tenant: app.tenant, migrationId: migration._id })
      .sort({ _id: 1 })
      .lean()) as CaseMigrationDocument[];
    const left = all.filter(({ state }) => state === 'chosen');
    if (left.length === 0) return;
    const pair = options.planned ?? (await planPair(app, wishOf(migration)));
    await inLanes(left, lanes, async (entry) => {
      if (performance.now() < until) await beginOne(app, migration, pair, entry);
    });
  });
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
