import type { AppContext } from '../app/appContext.ts';
import type { CaseDocument } from '../cases/model.ts';
import type { Actor } from '../identity/actor.ts';
import { currentSteps } from '../inbox/currentSteps.ts';
import { mostCases, runningOn } from './planMigration.ts';
import { requirePackScope } from './requirePackScope.ts';

/**
 * The cases that run on a version, to choose from: number, state and open steps, no personal data. The first 200.
 * Throws AppError `itemUnknown`, `forbidden`.
 */
export async function listMovable(app: AppContext, actor: Actor, packCode: string, version: number) {
  const { pack } = await app.packs.version(packCode, version);
  requirePackScope(app, actor, pack.department);
  const filter = runningOn(app, packCode, version);
  const [subjects, total] = await Promise.all([
    app.models.cases.find(filter).sort({ _id: 1 }).limit(mostCases).lean(),
    app.models.cases.countDocuments(filter),
  ]);
  const stepsOf = await currentSteps(app);
  return {
    items: (subjects as CaseDocument[]).map(({ _id, caseNo, state, migration }) => ({
      id: _id,
      caseNo: caseNo ?? '',
      state,
      steps: stepsOf(_id),
      migratingTo: migration?.to ?? null,
    })),
    total,
  };
}
