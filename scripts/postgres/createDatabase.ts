import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { mustRun } from '../console/runCommand.ts';
import type { EngineDatabase } from '../stack/engineChild.ts';

/** Where a private cluster is and how one logs in, as environment variables: POSTGRES_BIN and libpq's own. */
export type ClusterVariables = Readonly<
  Record<'POSTGRES_BIN' | 'PGHOST' | 'PGPORT' | 'PGUSER' | 'PGPASSWORD', string>
>;

/** A new, empty database of a cluster, for one engine. Throws ConsoleError with createdb's last lines. */
export async function createDatabase(cluster: ClusterVariables): Promise<EngineDatabase> {
  const name = `engine_${randomBytes(6).toString('hex')}`;
  await mustRun(join(cluster.POSTGRES_BIN, 'createdb'), [name], { env: cluster });
  const url = `jdbc:postgresql://${cluster.PGHOST}:${cluster.PGPORT}/${name}`;
  return { url, user: cluster.PGUSER, password: cluster.PGPASSWORD };
}

/** The cluster of the environment that a test run has set up, or undefined when it is on H2. */
export function clusterOfRun(
  env: Readonly<Record<string, string | undefined>> = process.env,
): ClusterVariables | undefined {
  const { POSTGRES_BIN, PGHOST, PGPORT, PGUSER, PGPASSWORD, ENGINE_DATABASE } = env;
  if (ENGINE_DATABASE !== 'postgresql') return undefined;
  if (!POSTGRES_BIN || !PGHOST || !PGPORT || !PGUSER || !PGPASSWORD)
    throw new Error('ENGINE_DATABASE=postgresql needs POSTGRES_BIN, PGHOST, PGPORT, PGUSER and PGPASSWORD');
  return { POSTGRES_BIN, PGHOST, PGPORT, PGUSER, PGPASSWORD };
}
