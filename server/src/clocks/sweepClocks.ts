import { trusted } from 'mongoose';
import type { AppContext } from '../app/appContext.ts';
import { readAhead } from '../app/readAhead.ts';
import { AppError } from '../errors/appError.ts';
import { clockSweepLag } from '../http/metrics.ts';
import { holdLease, type Lease } from '../lease/holdLease.ts';
import { upTo } from '../store/upTo.ts';
import { fireAlerts, onlyTells, readToldCases, type ToldCase } from './fireAlerts.ts';
import { fireClock } from './fireClock.ts';
import type { ClockDocument } from './model.ts';

/** Due clocks found in one reading: the embedded store looks at all that are due however few are asked for. */
const found = 10_000;
/** Clocks fired in one transaction where they only tell people; those of one case stay together. */
const batch = 100;

type Due = Pick<ClockDocument, '_id' | 'caseId' | 'nextFireAt'>;

/**
 * Fires every escalation step that has fallen due, in order of time, also what fell due while everything was down. Any number
 * of servers may sweep: one at a time does, under a lease that each transaction confirms, and a step fires once whatever
 * happens (the clock's version decides). Instants are compared with now alone, so that a machine whose clock was set back fires
 * nothing twice and misses nothing. Returns the number of clocks fired.
 */
export async function sweepClocks(app: AppContext): Promise<number> {
  const due = await readDue(app, found);
  const [first] = due;
  const now = app.time.now().getTime();
  const lag = first?.nextFireAt === undefined ? 0 : (now - first.nextFireAt.getTime()) / 1000;
  clockSweepLag.set({ tenant: app.tenant }, lag);
  if (first === undefined) return 0;
  return (await holdLease(app, 'clockSweep', (lease) => sweepAll(app, lease, due))) ?? 0;
}

function readDue(app: AppContext, limit: number): Promise<Due[]> {
  return app.models.clocks
    .find({ tenant: app.tenant, nextFireAt: upTo(app.time.now()) }, { caseId: 1, nextFireAt: 1 })
    .sort({ nextFireAt: 1 })
    .limit(limit)
    .lean() as unknown as Promise<Due[]>;
}

/** Begins with what was found before the lease was held: a clock that is no longer as it was read fires by itself. */
async function sweepAll(app: AppContext, lease: Lease, first: readonly Due[]): Promise<number> {
  let fired = 0;
  const passed = new Set<string>();
  for (let due = first; ; due = await readDue(app, found + passed.size)) {
    const open = due.filter(({ _id }) => !passed.has(_id));
    for await (const some of readAhead(inBatches(open), (ids) => readBatch(app, ids))) {
      const outcome = await fireSome(app, lease, some);
      for (const id of outcome.failed) passed.add(id);
      fired += outcome.fired;
    }
    if (open.length < found) return fired;
  }
}

/** Ids in order of time, but those of one case at the place of its first: two batches never change the same case. */
function inBatches(due: readonly Due[]): string[][] {
  const ofCases = new Map<string, string[]>();
  for (const { _id, caseId } of due) ofCases.set(caseId, [...(ofCases.get(caseId) ?? []), _id]);
  const batches: string[][] = [];
  for (const ids of ofCases.values()) {
    const last = batches.at(-1);
    if (last === undefined || last.length + ids.length > batch) batches.push(ids);
    else last.push(...ids);
  }
  return batches;
}

interface Batch {
  clocks: readonly ClockDocument[];
  subjects: ReadonlyMap<string, ToldCase>;
}

async function readBatch(app: AppContext, ids: readonly string[]): Promise<Batch> {
  const now = app.time.now();
  const read = (await app.models.clocks.find({ _id: trusted({ $in: ids }) }).lean()) as ClockDocument[];
  const clocks = read.filter(({ nextFireAt }) => nextFireAt !== undefined && nextFireAt <= now);
  return { clocks, subjects: await readToldCases(app, clocks) };
}

/** Fires what is due of these clocks. Gives how many, and those that could not be fired, for a later sweep. */
async function fireSome(
  app: AppContext,
  lease: Lease,
  { clocks, subjects }: Batch,
): Promise<{ fired: number; failed: string[] }> {
  const now = app.time.now();
  // What a case has due goes one way, in order.
  const alone = new Set(clocks.filter((clock) => !onlyTells(clock, now)).map(({ caseId }) => caseId));
  const together = clocks.filter(({ caseId }) => !alone.has(caseId));
  const single = new Set(clocks);
  if (together.length > 1) {
    try {
      await fireAlerts(app, lease, together, subjects);
      for (const clock of together) single.delete(clock);
    } catch (error) {
      // One of them is being changed, or cannot be fired: each by itself, so that it keeps none of the others.
      app.log.info({ clocks: together.length, err: error }, 'escalations are fired one by one');
    }
  }
  const failed: string[] = [];
  for (const clock of single) {
    try {
      await fireClock(app, clock, lease);
    } catch (error) {
      failed.push(clock._id);
      const lost = error instanceof AppError && error.code === 'versionConflict';
      app.log[lost ? 'info' : 'error'](
        { clock: clock._id, kind: clock.kind, err: error },
        'escalation will be tried again',
      );
    }
  }
  return { fired: clocks.length - failed.length, failed };
}
