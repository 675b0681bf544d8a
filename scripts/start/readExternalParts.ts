import { ConsoleError } from '../console/consoleError.ts';
import type { StackOptions } from '../stack/index.ts';

type External = NonNullable<StackOptions['external']>;

/**
 * The store and the engine that the environment names instead of the embedded ones.
 * Throws ConsoleError when ENGINE_URL comes without credentials.
 */
export function readExternalParts(env: Readonly<Record<string, string | undefined>>): External {
  const url = env['ENGINE_URL'] || undefined;
  const user = env['ENGINE_USER'] || undefined;
  const password = env['ENGINE_PASSWORD'] || undefined;
  if (url !== undefined && (user === undefined || password === undefined)) {
    throw new ConsoleError(
      'engineCredentials',
      'ENGINE_URL is set: set ENGINE_USER and ENGINE_PASSWORD of that engine too.',
    );
  }
  return {
    mongodbUri: env['MONGODB_URI'] || undefined,
    engine:
      url === undefined || user === undefined || password === undefined ? undefined : { url, user, password },
  };
}
