import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { AppContext } from '../app/appContext.ts';
import { dropAll } from '../store/dropAll.ts';
import { upTo } from '../store/upTo.ts';

const minute = 60_000;
/** Minutes without a sign of life after which the copy that had a stage counts as dead. */
const deadAfter = 10;
/** Hours for which a rehearsal that nobody goes on with is kept. */
const keptHours = 24;

/**
 * Closes what stands idle here, removes what copies that have died left in store and engine, and forgets old rehearsals
 * and runs of scenarios.
 */
export async function sweepRehearsals(app: AppContext): Promise<void> {
  await app.rehearsals?.tidy();
  const now = app.time.now().getTime();
  const { tenant } = app;
  const dead = await app.models.rehearsalStages
    .find({ tenant, aliveAt: upTo(new Date(now - deadAfter * minute)) })
    .lean();
  for (const { _id, database, stageTenant, dataDir } of dead) {
    for (const { id } of await app.engine.listDeployments({ tenantIdIn: stageTenant }))
      await app.engine.deleteDeployment(id, { cascade: true });
    await dropAll(app.connection.useDb(database));
    if (dataDir.startsWith(join(tmpdir(), 'onewindow-rehearsal-')))
      await rm(dataDir, { recursive: true, force: true });
    await app.models.rehearsalStages.deleteOne({ _id });
  }
  const old = upTo(new Date(now - keptHours * 60 * minute));
  await app.models.rehearsals.deleteMany({ tenant, usedAt: old });
  await app.models.scenarioRuns.deleteMany({ tenant, startedAt: old });
}
