import { trusted } from 'mongoose';
import type { AppContext } from '../../app/appContext.ts';
import type { ClockDocument } from '../../clocks/model.ts';
import { holdLease } from '../../lease/holdLease.ts';
import { isDuplicateKey } from '../../store/inTransaction.ts';
import { newId } from '../../store/newId.ts';
import { chooseCounted } from './boardLines.ts';
import { foldDeltas, readDeltas } from './foldDeltas.ts';
import { recountBoard } from './recount.ts';

/** Cases whose clocks are looked at together. */
const batch = 200;

const name = 'boardBegun';
const begun = new WeakSet<AppContext>();

/**
 * The background step of the board: folds what has changed, one server copy at a time; the first time it counts what an
 * earlier version left.
 */
export async function keepBoard(app: AppContext): Promise<void> {
  if (!begun.has(app)) {
    await beginBoard(app);
    begun.add(app);
  }
  if ((await readDeltas(app, 1)).length > 0) await holdLease(app, 'boardFold', () => foldDeltas(app));
}

/**
 * Figures for a store that has none: marks the clocks that count and counts every department, once. Broken off, it begins
 * anew; changes meanwhile are neither lost nor counted twice.
 */
export async function beginBoard(app: AppContext): Promise<void> {
  const { models, tenant } = app;
  if ((await models.watermarks.findOne({ tenant, name }).lean()) !== null) return;
  if ((await models.clocks.findOne({ tenant }, { _id: 1 }).lean()) !== null) {
    await markClocks(app);
    await recountBoard(app, { repair: true });
  }
  const mark = { _id: newId(), schemaVersion: 1, tenant, name, value: {}, updatedAt: app.time.now() };
  await models.watermarks.insertMany([mark]).catch((error: unknown) => {
    // Another server has begun it, too.
    if (!isDuplicateKey(error)) throw error;
  });
}

async function markClocks(app: AppContext): Promise<void> {
  const { models, tenant } = app;
  const caseIds = new Set<string>();
  for await (const { caseId } of models.clocks.find({ tenant }, { caseId: 1 }).lean().cursor())
    caseIds.add(caseId);
  const ids = [...caseIds];
  for (let at = 0; at < ids.length; at += batch) {
    const some = ids.slice(at, at + batch);
    const clocks = (await models.clocks
      .find({ tenant, caseId: trusted({ $in: some }) })
      .lean()) as ClockDocument[];
    const cases = await models.cases.find({ _id: trusted({ $in: some }) }, { packCode: 1 }).lean();
    const packs = new Map(cases.map(({ _id, packCode }) => [_id, packCode]));
    for (const caseId of some) {
      const chosen = chooseCounted(clocks.filter((clock) => clock.caseId === caseId));
      for (const [_id, board] of chosen) {
        const clock = clocks.find((entry) => entry._id === _id);
        if (clock === undefined || clock.board !== undefined) continue;
        // A clock that changes meanwhile is marked by that change.
        await models.clocks.updateOne(
          { _id, version: clock.version },
          { $set: { board, packCode: packs.get(caseId) ?? '', version: clock.version + 1 } },
        );
      }
    }
  }
}
