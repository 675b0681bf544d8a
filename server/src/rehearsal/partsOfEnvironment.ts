import type { StageParts } from './stage.ts';

/**
 * Store and engine named by MONGODB_URI, ENGINE_URL, ENGINE_USER and ENGINE_PASSWORD. Throws Error naming the first
 * that is not set.
 */
export function partsOfEnvironment(env: NodeJS.ProcessEnv = process.env): StageParts {
  const read = (name: string): string => {
    const value = env[name];
    if (!value) throw new Error(`${name} is not set`);
    return value;
  };
  return {
    mongodbUri: read('MONGODB_URI'),
    engine: { url: read('ENGINE_URL'), user: read('ENGINE_USER'), password: read('ENGINE_PASSWORD') },
  };
}
