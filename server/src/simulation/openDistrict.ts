import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import session from 'express-session';
import type { AppContext } from '../app/appContext.ts';
import { createAppContext } from '../app/createAppContext.ts';
import { prepareInstallation } from '../app/prepareInstallation.ts';
import { noProcess } from '../catalog/model.ts';
import type { Config } from '../config/configSchema.ts';
import { startWorkers } from '../engineLink/workers.ts';
import { createHttpApp } from '../http/createHttpApp.ts';
import { People } from '../rehearsal/people.ts';
import type { Stage } from '../rehearsal/stage.ts';
import { TimersOfProcess } from '../rehearsal/timersOfProcess.ts';
import { StillTime } from '../time/stillTime.ts';
import { diceOf } from './dice.ts';
import { handInOf } from './handIn.ts';
import { person as madeUpPerson } from './madeUp.ts';
import { requireNoServer } from './requireSimulable.ts';

/** Begins the names of the accounts that act in a simulation. */
export const accountPrefix = 'sim.';

/**
 * The installation itself as a stage: its database, tenant, packs and seals, with the clock of the simulation. No server of
 * the tenant may run meanwhile: its sweeps and timers go by the real time. Throws NotSimulable while one does.
 */
export async function openDistrict(config: Config, startsAt: Date): Promise<Stage> {
  const time = new StillTime(startsAt);
  const app = await createAppContext(
    // The time of the simulation is only known here.
    { ...config, DRAWING: 'here', RATE_LIMIT_PER_MINUTE: 1_000_000_000 },
    { time },
  );
  try {
    await requireNoServer(app);
  } catch (error) {
    await app.connection.close();
    throw error;
  }
  await prepareInstallation(app);
  for (const id of await definitionsOf(app)) await app.engine.suspendJobs(id);
  const server: Server = createServer(
    // Nobody signs in to it but its own people.
    createHttpApp(app, { staffSessions: new session.MemoryStore() }),
  );
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const workers = startWorkers(app, { retryDelaysMs: [100, 500], longPollMs: 500 });
  const base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    app,
    time,
    people: new People(app, base, (departmentId, role, person) => ({
      username: `${accountPrefix}${role}.${departmentId}.${person}`,
      name: madeUpPerson(diceOf('officer', departmentId, role, person)),
    })),
    timers: new TimersOfProcess(app),
    drawn: new Set(),
    keep: () => Promise.resolve(),
    publish: (packCode) => app.packs.live(packCode),
    handIn: handInOf(app),
    sideBySide: true,
    async close() {
      server.closeAllConnections();
      await Promise.all([workers.stop(), new Promise((resolve) => server.close(resolve))]);
      await app.drawing.close();
      await app.connection.close();
    },
  };
}

/**
 * The simulation has reached its end: from here on the engine's own time is right again, and what is due later fires by itself.
 * Until then no timer of the tenant does, also when the simulation was broken off.
 */
export async function giveTimersBack({ app }: Stage): Promise<void> {
  for (const id of await definitionsOf(app)) await app.engine.resumeJobs(id);
}

/** The versions of the tenant's packs that the engine runs. */
async function definitionsOf({ models, tenant }: AppContext): Promise<string[]> {
  const versions = await models.packVersions.find({ tenant }, { deploymentId: 1, definitionId: 1 }).lean();
  return versions
    .filter(({ deploymentId }) => deploymentId !== noProcess)
    .map(({ definitionId }) => definitionId);
}
