import type { ClientSession } from 'mongoose';
import type { AppContext } from '../app/appContext.ts';
import { AppError } from '../errors/appError.ts';
import { isDuplicateKey } from '../store/inTransaction.ts';

/** Milliseconds for which a holder that says nothing more keeps the work; killed, another goes on after that. */
const length = 30_000;

/** Work that is held by this caller alone. */
export interface Lease {
  /**
   * Prolongs the lease within the caller's transaction, which thereby commits only while it is held. Throws AppError
   * `versionConflict` when another has taken it meanwhile.
   */
  confirm(session: ClientSession): Promise<void>;
}

/**
 * Does the work unless another caller, of this server copy or another, is at it: then returns undefined at once. A lease
 * ends with the work, or 30 s after its last confirmation; also when the machine's clock was set back, which would leave it
 * an end far ahead.
 */
export async function holdLease<T>(
  app: AppContext,
  name: string,
  work: (lease: Lease) => Promise<T>,
): Promise<T | undefined> {
  const { leases } = app.models;
  const _id = `${app.tenant}|${name}`;
  const end = () => new Date(app.time.now().getTime() + length);
  const fence = await take(app, _id, end());
  if (fence === undefined) return undefined;
  try {
    return await work({
      async confirm(session) {
        const kept = await leases.updateOne(
          { _id, fence },
          { $set: { until: end() }, $inc: { beats: 1 } },
          { session },
        );
        if (kept.modifiedCount !== 1) throw new AppError('versionConflict');
      },
    });
  } finally {
    await leases.updateOne({ _id, fence }, { $set: { until: new Date(0) } });
  }
}

/** The number under which the lease is held now, or undefined. */
async function take(app: AppContext, _id: string, until: Date): Promise<number | undefined> {
  const { leases } = app.models;
  const now = app.time.now().getTime();
  const known = await leases.findOne({ _id }).lean();
  if (known === null) {
    try {
      await leases.insertMany([{ _id, schemaVersion: 1, tenant: app.tenant, until, fence: 1, beats: 0 }]);
      return 1;
    } catch (error) {
      if (isDuplicateKey(error)) return undefined;
      throw error;
    }
  }
  const ends = known.until.getTime();
  if (ends > now && ends <= now + length) return undefined;
  const fence = known.fence + 1;
  const taken = await leases.updateOne({ _id, fence: known.fence }, { $set: { until, fence } });
  return taken.modifiedCount === 1 ? fence : undefined;
}
