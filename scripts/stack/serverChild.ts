import { ROOT } from '../console/paths.ts';
import { buildServer } from '../prepare/buildServer.ts';
import type { ChildSpec } from './childSpec.ts';
import { inheritedEnvironment } from './inheritedEnvironment.ts';

/** Node's options for a server, the built module last. */
export async function serverOptions(): Promise<readonly string[]> {
  return ['--enable-source-maps', await buildServer()];
}

/** How the server is run. `settings` are its configuration variables; values already in the environment win. */
export async function describeServer(
  port: number,
  settings: Readonly<Record<string, string>>,
): Promise<ChildSpec> {
  return {
    name: 'server',
    command: process.execPath,
    options: await serverOptions(),
    env: { ...inheritedEnvironment(), ...settings },
    cwd: ROOT,
    isHealthy: () => answersLive(port, settings),
    startLimit: 180_000,
    stopLimit: 40_000,
  };
}

async function answersLive(port: number, settings: Readonly<Record<string, string>>): Promise<boolean> {
  const scheme = settings['TLS_CERT'] === undefined ? 'http' : 'https';
  try {
    const answer = await fetch(`${scheme}://127.0.0.1:${port}/healthz/live`, {
      signal: AbortSignal.timeout(10_000),
    });
    return answer.ok;
  } catch (failure) {
    // A certificate that this process does not trust is still an answer.
    return (
      scheme === 'https' &&
      !/ECONNREFUSED|Timeout/.test(`${String(failure)} ${String((failure as Error).cause)}`)
    );
  }
}
