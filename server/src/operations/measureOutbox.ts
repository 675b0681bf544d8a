import { Gauge } from 'prom-client';
import type { AppContext } from '../app/appContext.ts';
import { metrics } from '../http/metrics.ts';
import type { OutboxDestination } from '../outbox/model.ts';

const backlog = gauge('onewindow_outbox_backlog', 'Outbox entries that wait for delivery, by destination');
const oldest = gauge(
  'onewindow_outbox_oldest_seconds',
  'Age of the oldest outbox entry that waits for delivery, by destination; 0 when none waits',
);
const parked = gauge(
  'onewindow_outbox_parked_streams',
  'Outbox streams that stand still and need an administrator, by destination',
);

const destinations: readonly OutboxDestination[] = ['engine', 'documents', 'notices', 'external', 'payments'];

/**
 * Reads from the store how far the outbox is behind, for the answer to /metrics. While the store does not answer the gauges
 * are gone: an old number would pass for a new one. Throws what the store throws.
 */
export async function measureOutbox(app: AppContext): Promise<void> {
  const { tenant } = app;
  const [waiting, standing] = await Promise.all([countBy(app, 'pending'), countBy(app, 'parked')]).catch(
    (error: unknown) => {
      for (const measured of [backlog, oldest, parked]) measured.reset();
      throw error;
    },
  );
  const now = app.time.now().getTime();
  for (const destination of destinations) {
    const of = { tenant, destination };
    const since = waiting.get(destination)?.since.getTime() ?? now;
    backlog.set(of, waiting.get(destination)?.count ?? 0);
    oldest.set(of, Math.max(0, (now - since) / 1000));
    parked.set(of, standing.get(destination)?.count ?? 0);
  }
}

type Count = { _id: OutboxDestination; count: number; since: Date };

async function countBy(
  app: AppContext,
  state: 'pending' | 'parked',
): Promise<ReadonlyMap<OutboxDestination, Count>> {
  const counts = await app.models.outbox.aggregate<Count>([
    { $match: { tenant: app.tenant, state } },
    { $group: { _id: '$destination', count: { $sum: 1 }, since: { $min: '$createdAt' } } },
  ]);
  return new Map(counts.map((count) => [count._id, count]));
}

function gauge(name: string, help: string): Gauge<'tenant' | 'destination'> {
  return new Gauge({ name, help, labelNames: ['tenant', 'destination'], registers: [metrics] });
}
