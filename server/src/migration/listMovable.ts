import type { AppContext } from '../app/appContext.ts';
import type { Actor } from '../identity/actor.ts';
import { currentSteps } from '../inbox/currentSteps.ts';
import { runningOn } from './planMigration.ts';
import { requirePackScope } from './requirePackScope.ts';

/**
 * The cases that run on a version, to choose from: number, state and open steps, no personal data. The first 200.
 * Throws AppError `itemUnknown`, `forbidden`.
 */
export async function listMovable(app: AppContext, actor: Actor, packCode: string, version: number) {
  const { pack } = await app.packs.version(packCode, version);
  requirePackScope(app, actor, pack.department);
  const running = await runningOn(app, packCode, version);
  const subjects = await running.first();
  const stepsOf = await currentSteps(app);
  return {
    items: subjects.map(({ _id, caseNo, state, migration }) => ({
      id: _id,
      caseNo: caseNo ?? '',
      state,
      steps: stepsOf(_id),
      migratingTo: migration?.to ?? null,
    })),
    total: running.total,
  };
}
