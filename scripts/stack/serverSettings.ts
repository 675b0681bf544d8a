import type { Secrets } from './secrets.ts';

export interface ServerPlace {
  readonly dataDir: string;
  readonly port: number;
  readonly profile: 'dev' | 'prod';
  readonly mongodbUri: string;
  readonly engine: { readonly url: string; readonly user: string; readonly password: string };
  readonly secrets: Secrets;
}

/**
 * The server's configuration as `npm start` makes it. Variables already set in the environment win, except those that
 * name this stack itself (where the store and the engine are), so that a test's stack never talks to another one.
 */
export function serverSettings({
  dataDir,
  port,
  profile,
  mongodbUri,
  engine,
  secrets,
}: ServerPlace): Record<string, string> {
  const fixed = {
    PROFILE: profile,
    PORT: String(port),
    DATA_DIR: dataDir,
    MONGODB_URI: mongodbUri,
    ENGINE_URL: engine.url,
    ENGINE_USER: engine.user,
    ENGINE_PASSWORD: engine.password,
  };
  const replaceable: Record<string, string> = {
    HOST: '127.0.0.1',
    PUBLIC_BASE_URL: `http://127.0.0.1:${port}`,
    SESSION_SECRET: secrets.sessionSecret,
    FIELD_KEY: secrets.fieldKey,
    BLIND_INDEX_KEY: secrets.blindIndexKey,
    ...(profile === 'dev'
      ? {
          DEMO_DATA: 'true',
          DEV_AUTHORITY: 'true',
          EXTERNAL_SYSTEMS: 'simulated',
          MATCH_SERVICE: 'simulated',
        }
      : {}),
  };
  const given = Object.keys(replaceable).flatMap((name) => {
    const value = process.env[name];
    return value === undefined || value === '' ? [] : [[name, value] as const];
  });
  return { ...replaceable, ...Object.fromEntries(given), ...fixed };
}
