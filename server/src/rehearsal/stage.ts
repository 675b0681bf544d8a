import { randomBytes, randomInt } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { PackFiles } from '@onewindow/processes';
import type { AppContext } from '../app/appContext.ts';
import { createAppContext } from '../app/createAppContext.ts';
import type { LoadedPack } from '../catalog/packRegistry.ts';
import { publishPack } from '../catalog/publishPack.ts';
import { loadConfig } from '../config/loadConfig.ts';
import { startWorkers } from '../engineLink/workers.ts';
import { createHttpApp } from '../http/createHttpApp.ts';
import type { Organisation } from '../organisation/organisation.ts';
import { dropAll } from '../store/dropAll.ts';
import { StillTime } from '../time/stillTime.ts';
import { People } from './people.ts';
import type { Run } from './run.ts';
import type { SampleFile } from './sampleFiles.ts';
import { TimersOfProcess } from './timersOfProcess.ts';

/** Where store and engine are. */
export interface StageParts {
  readonly mongodbUri: string;
  readonly engine: { readonly url: string; readonly user: string; readonly password: string };
}

/** What a stage may be given; without it, it knows the reference district and keeps nothing that is drawn. */
export interface StageOptions {
  /** Folder into which documents are written, `<name>.pdf` each. */
  readonly keepIn?: string | undefined;
  /** The departments and divisions that packs name. */
  readonly organisation?: Organisation;
  /** Where it puts what it leaves behind until it is closed; names of its own when left out. */
  readonly place?: StagePlace;
}

/** What a stage leaves in store, engine and on disk until it is closed. */
export interface StagePlace {
  readonly database: string;
  readonly tenant: string;
  readonly dataDir: string;
}

/** A place that no other stage has. */
export function newPlace(): StagePlace {
  return {
    database: `rehearsal_${randomBytes(6).toString('hex')}`,
    tenant: String(randomInt(900_000, 999_999)),
    dataDir: mkdtempSync(join(tmpdir(), 'onewindow-rehearsal-')),
  };
}

/** The real server with a database, a tenant and a clock of its own, on which many scenarios are played one by one. */
export interface Stage {
  readonly app: AppContext;
  readonly time: StillTime;
  readonly people: People;
  readonly timers: TimersOfProcess;
  /** Documents that have been drawn, by pack version, operation and kind. */
  readonly drawn: Set<string>;
  /** Keeps a document that was drawn; nothing where nobody wants to look at them. */
  keep(name: string, pdf: Buffer): Promise<void>;
  /** Publishes a pack as the next version. Throws AppError as `publishPack` does. */
  publish(packCode: string, files: PackFiles): Promise<LoadedPack>;
  /** Hands a file in for a material of the run's case; where it is left out, the clerk uploads it. */
  handIn?(run: Run, materialKey: string, file: SampleFile): Promise<void>;
  /**
   * Many cases are played on it at the same time: a run delivers what its own cases owe, clocks are fired for all by whoever lets the
   * time go on, and who completes a step takes it as known, without looking for it in the inbox first.
   */
  readonly sideBySide?: true;
  /** Removes everything that it left in store and engine. */
  close(): Promise<void>;
}

/** Throws Error when the store is away. */
export async function openStage(parts: StageParts, options: StageOptions = {}): Promise<Stage> {
  const { keepIn, organisation, place = newPlace() } = options;
  const { database, tenant, dataDir } = place;
  const config = loadConfig({
    PROFILE: 'dev',
    MONGODB_URI: parts.mongodbUri,
    MONGODB_DATABASE: database,
    ENGINE_URL: parts.engine.url,
    ENGINE_USER: parts.engine.user,
    ENGINE_PASSWORD: parts.engine.password,
    TENANT: tenant,
    DATA_DIR: dataDir,
    SESSION_SECRET: randomBytes(32).toString('hex'),
    FIELD_KEY: `rehearsal:${randomBytes(32).toString('base64')}`,
    BLIND_INDEX_KEY: randomBytes(32).toString('base64'),
    DEMO_DATA: String(organisation === undefined),
    DEV_AUTHORITY: 'true',
    EXTERNAL_SYSTEMS: 'simulated',
    // The time of a rehearsal is only known here.
    DRAWING: 'here',
    RATE_LIMIT_PER_MINUTE: '1000000',
    LOG_LEVEL: process.env['REHEARSAL_LOG_LEVEL'] ?? 'silent',
  });
  const time = new StillTime(new Date());
  const app = await createAppContext(config, {
    time,
    ...(organisation === undefined ? {} : { organisation }),
  });
  const server: Server = createServer(createHttpApp(app));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  // The delays are real time, which no scenario moves; a retry is handed out when a poll ends.
  const workers = startWorkers(app, { retryDelaysMs: [100, 500], longPollMs: 500 });
  const deployments: string[] = [];
  return {
    app,
    time,
    people: new People(app, `http://127.0.0.1:${(server.address() as AddressInfo).port}`),
    timers: new TimersOfProcess(app),
    drawn: new Set(),
    async keep(name, pdf) {
      if (keepIn === undefined) return;
      await mkdir(keepIn, { recursive: true });
      await writeFile(join(keepIn, `${name}.pdf`), pdf);
    },
    async publish(packCode, files) {
      const version = await publishPack({
        app,
        publisher: { kind: 'system', name: 'rehearsal' },
        packCode,
        files: Object.entries(files).map(([path, text]) => ({ path, text })),
        baseVersion: (await app.packs.latest(packCode))?.version ?? 0,
        note: 'rehearsal',
      });
      deployments.push(version.deploymentId);
      // A scenario's time is not the engine's: only the rehearsal fires its timers.
      await app.engine.suspendJobs(version.definitionId);
      return app.packs.version(packCode, version.version);
    },
    async close() {
      server.closeAllConnections();
      await Promise.all([workers.stop(), new Promise((resolve) => server.close(resolve))]);
      for (const id of deployments)
        await app.engine.deleteDeployment(id, { cascade: true }).catch(() => undefined);
      await dropAll(app.connection);
      await app.drawing.close();
      await app.connection.close();
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
}
