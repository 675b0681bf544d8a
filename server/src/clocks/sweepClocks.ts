import { trusted } from 'mongoose';
import type { AppContext } from '../app/appContext.ts';
import { AppError } from '../errors/appError.ts';
import { clockSweepLag } from '../http/metrics.ts';
import { holdLease, type Lease } from '../lease/holdLease.ts';
import { upTo } from '../store/upTo.ts';
import { fireAlerts, onlyTells } from './fireAlerts.ts';
import { fireClock } from './fireClock.ts';
import type { ClockDocument } from './model.ts';

/** Due clocks found in one reading of the index. */
const found = 2_000;
/** Clocks fired in one transaction where they only tell people. */
const batch = 50;

type Due = Pick<ClockDocument, '_id' | 'nextFireAt'>;

/**
 * Fires every escalation step that has fallen due, in order of time, also what fell due while everything was down. Any number
 * of servers may sweep: one at a time does, under a lease that each transaction confirms, and a step fires once whatever
 * happens (the clock's version decides). Instants are compared with now alone, so that a machine whose clock was set back fires
 * nothing twice and misses nothing. Returns the number of clocks fired.
 */
export async function sweepClocks(app: AppContext): Promise<number> {
  const [first] = await readDue(app, 1);
  const now = app.time.now().getTime();
  const lag = first?.nextFireAt === undefined ? 0 : (now - first.nextFireAt.getTime()) / 1000;
  clockSweepLag.set({ tenant: app.tenant }, lag);
  if (first === undefined) return 0;
  return (await holdLease(app, 'clockSweep', (lease) => sweepAll(app, lease))) ?? 0;
}

function readDue(app: AppContext, limit: number): Promise<Due[]> {
  return app.models.clocks
    .find({ tenant: app.tenant, nextFireAt: upTo(app.time.now()) }, { nextFireAt: 1 })
    .sort({ nextFireAt: 1 })
    .limit(limit)
    .lean() as unknown as Promise<Due[]>;
}

async function sweepAll(app: AppContext, lease: Lease): Promise<number> {
  let fired = 0;
  const passed = new Set<string>();
  for (;;) {
    const due = await readDue(app, found + passed.size);
    const open = due.filter(({ _id }) => !passed.has(_id));
    for (let at = 0; at < open.length; at += batch) {
      const failed = await fireSome(
        app,
        lease,
        open.slice(at, at + batch).map(({ _id }) => _id),
      );
      for (const id of failed) passed.add(id);
      fired += Math.min(batch, open.length - at) - failed.length;
    }
    if (open.length < found) return fired;
  }
}

/** Fires what is due of these clocks and returns those that could not be fired, for a later sweep. */
async function fireSome(app: AppContext, lease: Lease, ids: readonly string[]): Promise<string[]> {
  const clocks = (await app.models.clocks.find({ _id: trusted({ $in: ids }) }).lean()) as ClockDocument[];
  const now = app.time.now();
  // What a case has due goes one way, in order.
  const alone = new Set(clocks.filter((clock) => !onlyTells(clock, now)).map(({ caseId }) => caseId));
  const together = clocks.filter(({ caseId }) => !alone.has(caseId)).map(({ _id }) => _id);
  const single = new Map(clocks.map((clock) => [clock._id, clock]));
  if (together.length > 1) {
    try {
      await fireAlerts(app, lease, together);
      for (const id of together) single.delete(id);
    } catch (error) {
      // One of them is being changed, or cannot be fired: each by itself, so that it keeps none of the others.
      app.log.info({ clocks: together.length, err: error }, 'escalations are fired one by one');
    }
  }
  const failed: string[] = [];
  for (const id of ids) {
    const clock = single.get(id);
    if (clock === undefined) continue;
    try {
      await fireClock(app, clock, lease);
    } catch (error) {
      failed.push(id);
      const lost = error instanceof AppError && error.code === 'versionConflict';
      app.log[lost ? 'info' : 'error'](
        { clock: id, kind: clock.kind, err: error },
        'escalation will be tried again',
      );
    }
  }
  return failed;
}
