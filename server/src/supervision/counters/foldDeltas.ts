import { trusted } from 'mongoose';
import type { AppContext } from '../../app/appContext.ts';
import { AppError } from '../../errors/appError.ts';
import { inTransaction } from '../../store/inTransaction.ts';
import { newId } from '../../store/newId.ts';
import { countLines, type Figures, idsOf, isEmpty } from './countLines.ts';
import type { BoardCounterDocument, BoardDeltaDocument, BoardLine, BoardMonthDocument } from './model.ts';

/** Deltas folded in one transaction, and lines, each of which may be a figure of its own: it must end well within 10 s. */
const batch = 100;
const mostLines = 300;
const headName = 'boardFold';

/**
 * Folds what changes of cases have left (`boardDeltas`) into the figures and removes it, in one transaction each batch:
 * every delta counts once, however many servers fold. Returns how many were folded; one that lost to another server stops.
 */
export async function foldDeltas(app: AppContext): Promise<number> {
  for (let folded = 0; ; ) {
    const found = await readDeltas(app, batch);
    const deltas = firstOf(found);
    if (deltas.length === 0) return folded;
    try {
      await inTransaction(app.connection, async (session) => {
        const removed = await app.models.boardDeltas.deleteMany(
          { _id: trusted({ $in: deltas.map(({ _id }) => _id) }) },
          { session },
        );
        if (removed.deletedCount !== deltas.length) throw new AppError('versionConflict');
        await addToFigures({ app, session, lines: deltas.flatMap(({ lines }) => lines) });
      });
    } catch (error) {
      if (error instanceof AppError && error.code === 'versionConflict') return folded;
      throw error;
    }
    folded += deltas.length;
    if (deltas.length === found.length && found.length < batch) return folded;
  }
}

/** The first of them that together have not too many lines; one at least. */
function firstOf(found: readonly BoardDeltaDocument[]): BoardDeltaDocument[] {
  let lines = 0;
  return found.filter((delta, at) => {
    lines += delta.lines.length;
    return at === 0 || lines <= mostLines;
  });
}

/** What is not yet folded. */
export async function readDeltas(app: AppContext, limit = 0): Promise<BoardDeltaDocument[]> {
  return (await app.models.boardDeltas
    .find({ tenant: app.tenant })
    .limit(limit)
    .lean()) as BoardDeltaDocument[];
}

/** Number of the last fold; 0 where nothing was ever folded. */
export async function readFold(app: AppContext, session?: Session): Promise<number> {
  const head = await app.models.watermarks
    .findOne({ tenant: app.tenant, name: headName }, null, session === undefined ? {} : { session })
    .lean();
  return Number(head?.value['fold'] ?? 0);
}

type Session = Parameters<Parameters<typeof inTransaction>[1]>[0];

/** Adds the lines to the stored figures. Folds come one after another: each writes the same head. */
export async function addToFigures(options: {
  app: AppContext;
  session: Session;
  lines: readonly BoardLine[];
}): Promise<void> {
  const { app, session, lines } = options;
  const { tenant } = app;
  const fold = await nextFold(app, session);
  const ids = lines.map((line) => idsOf(tenant, line));
  const figures = await readFigures(app, session, {
    counters: [...new Set(ids.map(({ counter }) => counter))],
    months: [...new Set(ids.flatMap(({ month }) => month ?? []))],
  });
  countLines(tenant, figures, lines);
  await writeFigures({ app, session, figures, fold });
}

async function readFigures(
  app: AppContext,
  session: Session,
  ids: { counters: string[]; months: string[] },
): Promise<Figures> {
  const of = (list: string[]) => ({ _id: trusted({ $in: list }) });
  const counters = (await app.models.boardCounters
    .find(of(ids.counters), null, { session })
    .lean()) as BoardCounterDocument[];
  const months =
    ids.months.length === 0
      ? []
      : ((await app.models.boardMonths
          .find(of(ids.months), null, { session })
          .lean()) as BoardMonthDocument[]);
  return {
    counters: new Map(counters.map((entry) => [entry._id, entry])),
    months: new Map(months.map((entry) => [entry._id, entry])),
  };
}

/** Writes figures as they are now. An empty counter stays, so that other copies learn of it; an empty month goes. */
export async function writeFigures(options: {
  app: AppContext;
  session: Session;
  figures: Figures;
  fold: number;
}): Promise<void> {
  const { app, session, figures, fold } = options;
  const { tenant } = app;
  const whole = { schemaVersion: 1, tenant, fold };
  if (figures.counters.size > 0)
    await app.models.boardCounters.collection.bulkWrite(
      [...figures.counters.values()].map((counter) => ({
        replaceOne: {
          filter: { _id: counter._id as never },
          replacement: { ...counter, ...whole },
          upsert: true,
        },
      })),
      { session },
    );
  if (figures.months.size > 0)
    await app.models.boardMonths.collection.bulkWrite(
      [...figures.months.values()].map((month) =>
        isEmpty(month)
          ? { deleteOne: { filter: { _id: month._id as never } } }
          : {
              replaceOne: {
                filter: { _id: month._id as never },
                replacement: { ...month, ...whole },
                upsert: true,
              },
            },
      ),
      { session },
    );
}

/** Takes the next number: of two folds at once one conflicts and begins anew. */
export async function nextFold(app: AppContext, session: Session): Promise<number> {
  const fold = (await readFold(app, session)) + 1;
  const { tenant } = app;
  const value = { fold };
  const updatedAt = app.time.now();
  const saved = await app.models.watermarks.updateOne(
    { tenant, name: headName },
    { $set: { value, updatedAt } },
    { session },
  );
  if (saved.matchedCount === 0)
    await app.models.watermarks.insertMany(
      [{ _id: newId(), schemaVersion: 1, tenant, name: headName, value, updatedAt }],
      { session },
    );
  return fold;
}
