import { mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { ConsoleError } from '../console/consoleError.ts';
import { buildEngine } from '../prepare/buildEngine.ts';
import { type EngineName, readEngineName } from '../prepare/engineName.ts';
import { installStore } from '../prepare/installStore.ts';
import { findJava } from '../prerequisites/findJava.ts';
import type { ChildName, ChildSpec } from './childSpec.ts';
import { lockDataDir } from './dataDirLock.ts';
import { describeEngine, type EngineDatabase, engineUrl } from './engineChild.ts';
import { startGuardian } from './guardianLink.ts';
import { STOP_ORDER, stopLeftOvers } from './pidFiles.ts';
import { assertPortFree, findFreePorts, type Ports } from './ports.ts';
import { RotatingLog } from './rotatingLog.ts';
import { loadSecrets, saveSecrets } from './secrets.ts';
import { describeServer } from './serverChild.ts';
import { serverSettings } from './serverSettings.ts';
import { createStoreUser, describeStore, storeUri } from './storeChild.ts';
import { type ChildEvent, SupervisedChild } from './supervisedChild.ts';

export interface StackOptions {
  /** Where the stack keeps everything: secrets, store, engine database, logs. Created when missing. */
  readonly dataDir: string;
  /** Ports to use; `free` picks unused ones. Default `free`. */
  readonly ports?: Ports | 'free';
  /** The server's profile. Default `dev`. */
  readonly profile?: 'dev' | 'prod';
  /** Further variables for the server; they win over everything else. */
  readonly env?: Readonly<Record<string, string>>;
  /** The children to start. Default all three. */
  readonly children?: readonly ChildName[];
  /** The embedded process engine. Default ENGINE of the environment, else Camunda. */
  readonly engine?: EngineName;
  /** Its PostgreSQL database. Default ENGINE_DB_URL of the environment, else an H2 file in the data directory. */
  readonly engineDatabase?: EngineDatabase | undefined;
  /** Start the engine lightly compiled, for a run of minutes. Default false. */
  readonly engineQuick?: boolean;
  /** Whether the engine keeps what it has committed through a kill. Default true. */
  readonly engineDurable?: boolean;
  /** A store and an engine that run elsewhere: their children are not started. */
  readonly external?: {
    readonly mongodbUri?: string | undefined;
    readonly engine?: { readonly url: string; readonly user: string; readonly password: string } | undefined;
  };
  /** Restart children that die by themselves. Default true. */
  readonly restart?: boolean;
  /** Told about every start, death and recovery of a child. */
  readonly onEvent?: (child: ChildName, event: ChildEvent) => void;
  /** Wraps the start of each child, so that a console can show progress. */
  readonly onStart?: (child: ChildName, start: () => Promise<void>) => Promise<void>;
}

/** A running stack and the handles that tests pull at. */
export interface Stack {
  readonly dataDir: string;
  readonly serverUrl: string;
  readonly engineUrl: string;
  readonly engineUser: string;
  readonly enginePassword: string;
  readonly mongodbUri: string;
  /** The server's configuration, by variable name: give it to a second server or to specs. */
  readonly settings: Readonly<Record<string, string>>;
  /** Process id of a child, or undefined while it does not run. */
  pid(child: ChildName): number | undefined;
  /** Sends a signal (default SIGKILL) and waits for the death; the supervisor restarts the child unless `hold`. */
  kill(child: ChildName, signal?: NodeJS.Signals, options?: { hold?: boolean }): Promise<void>;
  /** Stops a child gracefully and keeps it down until `startChild`. */
  stopChild(child: ChildName): Promise<void>;
  /** Starts a child that was held or stopped, and waits until it is healthy. */
  startChild(child: ChildName): Promise<void>;
  /** Stops a child gracefully, starts it again, waits until it is healthy. */
  restart(child: ChildName): Promise<void>;
  /** Waits until a child (by default every one) answers, for example after `kill`. */
  waitUntilHealthy(child?: ChildName): Promise<void>;
  /** Stops every child in order: server, engine, store. Safe to call twice. */
  stop(): Promise<void>;
}

/**
 * Starts store, engine and server as supervised children on loopback ports, building and installing what is missing.
 * Throws ConsoleError (with the child's last output, or the variable to change) when one does not come up; whatever had started is stopped then.
 */
export async function startStack(options: StackOptions): Promise<Stack> {
  const dataDir = resolve(options.dataDir);
  const unlock = lockDataDir(dataDir);
  const logs = join(dataDir, 'logs');
  mkdirSync(logs, { recursive: true, mode: 0o700 });
  const supervisorLog = new RotatingLog(join(logs, 'supervisor.log'));
  const note = (text: string) => supervisorLog.write(`${new Date().toISOString()} ${text}\n`);
  const guardian = startGuardian();
  const children = new Map<ChildName, SupervisedChild>();
  let stopping: Promise<void> | undefined;

  const stop = (): Promise<void> => {
    stopping ??= (async () => {
      for (const name of STOP_ORDER) {
        const child = children.get(name);
        if (child?.pid !== undefined) note(`stopping ${name}`);
        await child?.stop();
      }
      guardian.dismiss();
      unlock();
      note('stopped');
    })();
    return stopping;
  };

  const child = (name: ChildName): SupervisedChild => {
    const known = children.get(name);
    if (known === undefined) throw new ConsoleError('unknownChild', `The stack runs no ${name}.`);
    return known;
  };

  const supervise = async (spec: ChildSpec): Promise<void> => {
    const { name } = spec;
    const onEvent = (event: ChildEvent) => {
      note(`${name} ${JSON.stringify(event)}`);
      options.onEvent?.(name, event);
    };
    const log = new RotatingLog(join(logs, `${name}.log`));
    const one = new SupervisedChild(spec, {
      dataDir,
      log,
      guardian,
      restart: options.restart ?? true,
      onEvent,
    });
    children.set(name, one);
    const start = () => one.start();
    await (options.onStart === undefined ? start() : options.onStart(name, start));
  };

  try {
    for (const name of await stopLeftOvers(dataDir))
      note(`stopped a ${name} left over from a start that was killed`);
    const wanted = new Set(options.children ?? (['store', 'engine', 'server'] as const));
    const { mongodbUri: givenUri, engine: givenEngine } = options.external ?? {};
    const runsStore = wanted.has('store') && givenUri === undefined;
    const runsEngine = wanted.has('engine') && givenEngine === undefined;
    const ports =
      options.ports === undefined || options.ports === 'free' ? await findFreePorts() : options.ports;
    if (wanted.has('server'))
      await assertPortFree('server', ports.server, options.env?.['HOST'] ?? '127.0.0.1');
    if (runsEngine) await assertPortFree('engine', ports.engine);
    if (runsStore) await assertPortFree('store', ports.store);

    const secrets = loadSecrets(dataDir);
    const engine = givenEngine ?? {
      url: engineUrl(ports.engine),
      user: secrets.engineUser,
      password: secrets.enginePassword,
    };
    const mongodbUri = givenUri ?? storeUri(ports.store, secrets.storeUser, secrets.storePassword);
    const profile = options.profile ?? 'dev';
    const settings = {
      ...serverSettings({ dataDir, port: ports.server, profile, mongodbUri, engine, secrets }),
      ...options.env,
    };

    if (runsStore) {
      const python = await installStore();
      if (!secrets.storeProvisioned) await provisionStore({ python, dataDir });
      await supervise(describeStore({ python, dataDir, port: ports.store, uri: mongodbUri }));
    }
    if (runsEngine) {
      const name = options.engine ?? readEngineName(process.env['ENGINE']);
      const jar = await buildEngine(name);
      const { java } = await findJava({ compiler: false });
      await supervise(
        describeEngine({
          java,
          jar,
          dataDir,
          port: ports.engine,
          user: engine.user,
          password: engine.password,
          database: options.engineDatabase,
          quick: options.engineQuick,
          durable: options.engineDurable,
        }),
      );
    }
    if (wanted.has('server')) await supervise(await describeServer(ports.server, settings));

    return {
      dataDir,
      serverUrl: `http://127.0.0.1:${ports.server}`,
      engineUrl: engine.url,
      engineUser: engine.user,
      enginePassword: engine.password,
      mongodbUri,
      settings,
      pid: (name) => children.get(name)?.pid,
      kill: (name, signal = 'SIGKILL', { hold = false } = {}) => child(name).kill(signal, hold),
      stopChild: (name) => child(name).stop(),
      startChild: (name) => child(name).start(),
      restart: async (name) => {
        await child(name).stop();
        await child(name).start();
      },
      waitUntilHealthy: async (name) => {
        for (const one of name === undefined ? children.values() : [child(name)])
          await one.waitUntilHealthy();
      },
      stop,
    };
  } catch (failure) {
    await stop();
    throw failure;
  }

  /** Runs the new store once without authentication on a random loopback port, to create its user. */
  async function provisionStore({
    python,
    dataDir: place,
  }: {
    python: string;
    dataDir: string;
  }): Promise<void> {
    const secrets = loadSecrets(place);
    const { store: port } = await findFreePorts();
    const spec = describeStore({ python, dataDir: place, port, uri: undefined });
    const log = new RotatingLog(join(logs, 'store.log'));
    const once = new SupervisedChild(spec, {
      dataDir: place,
      log,
      guardian,
      restart: false,
      onEvent: () => {},
    });
    try {
      await once.start();
      await createStoreUser(port, secrets.storeUser, secrets.storePassword);
    } finally {
      await once.stop();
    }
    saveSecrets(place, { ...secrets, storeProvisioned: true });
  }
}
