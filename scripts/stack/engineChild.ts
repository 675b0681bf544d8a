import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { ChildSpec } from './childSpec.ts';
import { inheritedEnvironment } from './inheritedEnvironment.ts';

export interface EnginePlace {
  readonly java: string;
  readonly jar: string;
  readonly dataDir: string;
  readonly port: number;
  readonly user: string;
  readonly password: string;
  readonly database?: EngineDatabase | undefined;
  /** Compile lightly: half the processor time of a start, slower from some thousand cases on. Default false. */
  readonly quick?: boolean | undefined;
  /** Whether what is committed survives a kill; without it the last half second may not, for made-up cases. Default true. */
  readonly durable?: boolean | undefined;
}

/** A PostgreSQL database by its JDBC address. */
export interface EngineDatabase {
  readonly url: string;
  readonly user: string;
  readonly password: string;
}

/** How the process engine is run: loopback only, its H2 file in the data directory unless `database` or ENGINE_DB_URL names another. */
export function describeEngine({
  java,
  jar,
  dataDir,
  port,
  user,
  password,
  database,
  quick = false,
  durable = true,
}: EnginePlace): ChildSpec {
  const folder = join(dataDir, 'engine');
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const url = engineUrl(port);
  return {
    name: 'engine',
    command: java,
    options: [
      `-Xmx${process.env['ENGINE_MEMORY'] ?? '512m'}`,
      ...(quick ? ['-XX:TieredStopAtLevel=1', '-XX:+UseSerialGC'] : []),
      ...['-Dfile.encoding=UTF-8', '-jar', jar],
    ],
    env: {
      ...inheritedEnvironment(),
      ENGINE_HOST: '127.0.0.1',
      ENGINE_PORT: String(port),
      ENGINE_USER: user,
      ENGINE_PASSWORD: password,
      ENGINE_DATA_DIR: folder,
      ...(durable ? {} : { ENGINE_DURABLE: 'false' }),
      ...(database === undefined ? {} : databaseVariables(database)),
    },
    cwd: folder,
    isHealthy: () => answersRest(url, user, password),
    startLimit: 240_000,
    stopLimit: 40_000,
  };
}

function databaseVariables({ url, user, password }: EngineDatabase): Record<string, string> {
  return { ENGINE_DB_URL: url, ENGINE_DB_USER: user, ENGINE_DB_PASSWORD: password };
}

export function engineUrl(port: number): string {
  return `http://127.0.0.1:${port}/engine-rest`;
}

/** Whether the engine's REST interface answers with these credentials. Never throws. */
export async function answersRest(url: string, user: string, password: string): Promise<boolean> {
  try {
    const authorization = `Basic ${Buffer.from(`${user}:${password}`).toString('base64')}`;
    const answer = await fetch(`${url}/engine`, {
      headers: { authorization },
      signal: AbortSignal.timeout(10_000),
    });
    return answer.ok;
  } catch {
    return false;
  }
}
