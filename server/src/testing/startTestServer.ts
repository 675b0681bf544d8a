import { randomBytes, randomInt } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { AppContext } from '../app/appContext.ts';
import { createAppContext } from '../app/createAppContext.ts';
import { prepareInstallation } from '../app/prepareInstallation.ts';
import { sweepDeadlines } from '../app/sweepDeadlines.ts';
import { noProcess } from '../catalog/model.ts';
import { sweepClocks } from '../clocks/sweepClocks.ts';
import { loadConfig } from '../config/loadConfig.ts';
import { HistorySync } from '../engineLink/syncHistory.ts';
import { startWorkers } from '../engineLink/workers.ts';
import { createHttpApp } from '../http/createHttpApp.ts';
import { destinations } from '../outbox/deliverNow.ts';
import { deliverDue } from '../outbox/deliverOutbox.ts';
import { mayWait } from '../outbox/model.ts';
import { openHouse } from '../rehearsal/openHouse.ts';
import { dropAll } from '../store/dropAll.ts';
import type { TimeSource } from '../time/timeSource.ts';

export { StillTime as TestTime } from '../time/stillTime.ts';

export interface TestServer {
  app: AppContext;
  base: string;
  /** Delivers the outbox, sweeps the clocks and reads the engine's history once, as the background does. */
  settle(): Promise<void>;
  close(): Promise<void>;
}

/**
 * The real server in this process, with a database, a tenant and accounts of its own, on the engine and store that the
 * environment names. Background work runs only when `settle` is called, the workers always. `packs` are published, all
 * seed packs when it is left out, which takes seconds. With `sharing` it is a second copy beside that server; close it
 * first.
 */
export async function startTestServer(
  options: {
    time?: TimeSource;
    env?: Record<string, string>;
    workers?: boolean;
    packs?: readonly string[];
    sharing?: TestServer;
  } = {},
): Promise<TestServer> {
  const dataDir = mkdtempSync(join(tmpdir(), 'onewindow-test-'));
  const config =
    options.sharing?.app.config ??
    loadConfig({
      PROFILE: 'dev',
      MONGODB_URI: process.env['MONGODB_URI'],
      MONGODB_DATABASE: `test_${randomBytes(6).toString('hex')}`,
      ENGINE_URL: process.env['ENGINE_URL'],
      ENGINE_USER: process.env['ENGINE_USER'],
      ENGINE_PASSWORD: process.env['ENGINE_PASSWORD'],
      TENANT: String(randomInt(900_000, 999_999)),
      DATA_DIR: dataDir,
      SESSION_SECRET: randomBytes(32).toString('hex'),
      FIELD_KEY: `test:${randomBytes(32).toString('base64')}`,
      BLIND_INDEX_KEY: randomBytes(32).toString('base64'),
      DEMO_DATA: 'true',
      SEED_PACKS: options.packs?.join(','),
      DEV_AUTHORITY: 'true',
      // The test's time is only known here.
      DRAWING: 'here',
      EXTERNAL_SYSTEMS: 'simulated',
      MATCH_SERVICE: 'simulated',
      LOG_LEVEL: process.env['TEST_LOG_LEVEL'] ?? 'silent',
      ...options.env,
    });
  const app = await createAppContext(config, options.time === undefined ? {} : { time: options.time });
  try {
    await prepareInstallation(app);
    await stopTimers(app);
  } catch (error) {
    // Nobody is given what could be closed, and an open connection keeps the process of the specs.
    await app.drawing.close();
    await app.connection.close();
    throw error;
  }
  app.rehearsals = openHouse(app);
  const server: Server = createServer(createHttpApp(app));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const workers = options.workers === false ? undefined : startWorkers(app);
  const history = new HistorySync(app);
  const ahead = Math.max(...Object.values(mayWait));
  return {
    app,
    base: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    async settle() {
      await deliverDue({ app, destinations, ahead });
      await sweepClocks(app);
      await sweepDeadlines(app);
      await deliverDue({ app, destinations, ahead });
      await history.run();
    },
    async close() {
      server.closeAllConnections();
      await Promise.all([workers?.stop(), new Promise((resolve) => server.close(resolve))]);
      await app.rehearsals?.stop();
      if (options.sharing === undefined) await dropAll(app.connection);
      await app.drawing.close();
      await app.connection.close();
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
}

/** The engine's time is not the test's: timers of the published packs wait for `runTimer`, whatever day it is. */
async function stopTimers({ engine, models, tenant }: AppContext): Promise<void> {
  const versions = await models.packVersions.find({ tenant }, { deploymentId: 1, definitionId: 1 }).lean();
  for (const { deploymentId, definitionId } of versions)
    if (deploymentId !== noProcess) await engine.suspendJobs(definitionId);
}
