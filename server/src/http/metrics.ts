import type { RequestHandler } from 'express';
import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';

export const metrics = new Registry();
collectDefaultMetrics({ register: metrics });

const requests = new Histogram({
  name: 'onewindow_http_request_seconds',
  help: 'Duration of requests by route, method and status',
  labelNames: ['method', 'route', 'status'],
  buckets: [0.01, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 10],
  registers: [metrics],
});

export const outboxDelivered = new Counter({
  name: 'onewindow_outbox_deliveries_total',
  help: 'Outbox deliveries by destination and result',
  labelNames: ['destination', 'result'],
  registers: [metrics],
});

export const wholeReads = new Counter({
  name: 'onewindow_whole_reads_total',
  help: 'Queries that no index serves, by collection; each reads the whole of it',
  labelNames: ['collection'],
  registers: [metrics],
});

export const reconcilerFindings = new Counter({
  name: 'onewindow_reconciler_findings_total',
  help: 'Differences between store and engine found by the reconciler',
  labelNames: ['kind'],
  registers: [metrics],
});

export const reconcilerFailures = new Counter({
  name: 'onewindow_reconciler_failures_total',
  help: 'Cases, deployments and other things that the reconciler could not handle, by part',
  labelNames: ['part'],
  registers: [metrics],
});

/** The lag of the history sync is `time()` less this. */
export const historySyncedAt = new Gauge({
  name: 'onewindow_history_sync_timestamp_seconds',
  help: 'When this copy last read the history of the engine to its end, as Unix time',
  labelNames: ['tenant'],
  registers: [metrics],
});

export const escalationsFired = new Counter({
  name: 'onewindow_escalations_total',
  help: 'Escalation steps fired, by step',
  labelNames: ['step'],
  registers: [metrics],
});

export const escalationsLate = new Counter({
  name: 'onewindow_escalations_late_total',
  help: 'Escalation steps fired more than a minute after they were due, by step',
  labelNames: ['step'],
  registers: [metrics],
});

/** How late the earliest step is that waits; 0 when nothing is due. */
export const clockSweepLag = new Gauge({
  name: 'onewindow_clock_sweep_lag_seconds',
  help: 'Seconds by which the earliest due escalation was overdue when the last sweep began',
  labelNames: ['tenant'],
  registers: [metrics],
});

/** Measures each request under its declared route, never its address: no identifiers in metrics. */
export function measureRequests(): RequestHandler {
  return (request, response, next) => {
    const end = requests.startTimer({ method: request.method });
    response.once('finish', () => {
      const route = (request.route as { path?: string } | undefined)?.path ?? 'other';
      end({ route, status: String(response.statusCode) });
    });
    next();
  };
}
