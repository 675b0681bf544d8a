import { Router } from 'express';
import type { AppContext } from '../app/appContext.ts';
import { measureOutbox } from '../operations/measureOutbox.ts';
import { metrics } from './metrics.ts';

/** Liveness, readiness (store needed; the engine's absence is told but does not stop intake) and metrics. */
export function healthRoutes(app: AppContext): Router {
  const router = Router();
  router.get('/healthz/live', (_request, response) => {
    response.json({ status: 'live' });
  });
  router.get('/healthz/ready', async (_request, response) => {
    const store = app.connection.readyState === 1;
    const engine = await app.engine.isHealthy();
    response.status(store ? 200 : 503).json({ status: store ? 'ready' : 'notReady', store, engine });
  });
  router.get('/metrics', async (_request, response) => {
    await measureOutbox(app).catch((error: unknown) =>
      app.log.warn({ err: error }, 'the outbox could not be measured'),
    );
    response.type(metrics.contentType).send(await metrics.metrics());
  });
  return router;
}
