import { trusted } from 'mongoose';
import type { AppContext } from '../app/appContext.ts';
import type { OutboxDocument } from '../outbox/model.ts';

export interface ParkedStreamView {
  /** Id of the entry that can not be delivered. */
  id: string;
  caseId: string;
  caseNo: string | null;
  destination: OutboxDocument['destination'];
  type: string;
  attempts: number;
  /** What the destination said; technical. */
  lastError: string | null;
  createdAt: string;
  /** Entries of the same stream that wait behind it. */
  waiting: number;
}

/** Streams that stand still because their first entry cannot be delivered, oldest first (at most 200). */
export async function listParkedStreams(app: AppContext): Promise<{ items: ParkedStreamView[] }> {
  const parked = (await app.models.outbox
    .find({ tenant: app.tenant, state: 'parked' })
    .sort({ nextAttemptAt: 1 })
    .limit(200)
    .lean()) as OutboxDocument[];
  return { items: await Promise.all(parked.map((entry) => viewParked(app, entry))) };
}

async function viewParked(app: AppContext, entry: OutboxDocument): Promise<ParkedStreamView> {
  const [subject, waiting] = await Promise.all([
    app.models.cases.findOne({ _id: entry.caseId, tenant: app.tenant }, { caseNo: 1 }).lean(),
    app.models.outbox.countDocuments({
      tenant: app.tenant,
      stream: entry.stream,
      state: 'pending',
      seq: trusted({ $gt: entry.seq }),
    }),
  ]);
  return {
    id: entry._id,
    caseId: entry.caseId,
    caseNo: subject?.caseNo ?? null,
    destination: entry.destination,
    type: entry.type,
    attempts: entry.attempts,
    lastError: entry.lastError ?? null,
    createdAt: entry.createdAt.toISOString(),
    waiting,
  };
}
