import { trusted } from 'mongoose';
import type { AppContext } from '../app/appContext.ts';
import type { CaseDocument } from '../cases/model.ts';
import { reconcilerFindings } from '../http/metrics.ts';
import { repeatMigration } from '../migration/repeatMigration.ts';
import { eachByItself } from './eachByItself.ts';
import { refreshCase } from './refreshCase.ts';
import { restoreLostProcess } from './restoreLostProcess.ts';

/** Cases read at a time, and instances that the engine is asked about at once. */
const batch = 500;

type Running = Pick<CaseDocument, '_id' | 'engine' | 'definitionId'>;

/** Brings every case that should be running in line with the engine. Throws EngineError `engineAway`. */
export async function reconcileCases(app: AppContext): Promise<void> {
  for (let after = ''; ; ) {
    const running = (await app.models.cases
      .find(
        { tenant: app.tenant, 'engine.state': 'started', _id: trusted({ $gt: after }) },
        { _id: 1, engine: 1, definitionId: 1 },
      )
      .sort({ _id: 1 })
      .limit(batch)
      .lean()) as Running[];
    const known = await knownInstances(app, running);
    await eachByItself({
      app,
      part: 'cases',
      items: running,
      idOf: (subject) => subject._id,
      work: (subject) => reconcileCase(app, subject, known),
    });
    const last = running.at(-1);
    if (last === undefined || running.length < batch) return;
    after = last._id;
  }
}

/** Those of the cases' instances that the engine has or had, each with its definition, in one question for all. */
async function knownInstances(
  app: AppContext,
  running: readonly Running[],
): Promise<ReadonlyMap<string, string>> {
  const processInstanceIds = running.flatMap(({ engine }) => engine.processInstanceId ?? []);
  if (processInstanceIds.length === 0) return new Map();
  const instances = await app.engine.listHistoricInstances({ processInstanceIds });
  return new Map(instances.map(({ id, processDefinitionId }) => [id, processDefinitionId]));
}

async function reconcileCase(
  app: AppContext,
  subject: Running,
  known: ReadonlyMap<string, string>,
): Promise<void> {
  const processInstanceId = subject.engine.processInstanceId;
  if (processInstanceId === undefined) return;
  const owed = await app.models.outbox.countDocuments({
    tenant: app.tenant,
    stream: `${subject._id}:engine`,
    state: 'pending',
  });
  // What is on its way will change both sides; the next run looks again.
  if (owed > 0) return;
  const definitionId = known.get(processInstanceId);
  if (definitionId === undefined) {
    const kind = await restoreLostProcess({ app, caseId: subject._id, processInstanceId });
    reconcilerFindings.inc({ kind });
    app.log.error(
      { caseId: subject._id, processInstanceId, kind },
      'the engine does not know a running case',
    );
    return;
  }
  if (definitionId !== subject.definitionId) {
    const repeated = await repeatMigration(app, subject, definitionId);
    const kind = repeated ? 'migrationRepeated' : 'definitionDiffers';
    reconcilerFindings.inc({ kind });
    app.log.error({ caseId: subject._id, definitionId, kind }, 'the engine has a case on another version');
    return;
  }
  const repaired = await refreshCase({
    app,
    caseId: subject._id,
    processInstanceId,
    actorName: 'reconciler',
  });
  if (repaired === undefined) return;
  reconcilerFindings.inc({ kind: 'taskView' });
  app.log.warn({ caseId: subject._id }, 'reconciler repaired the task view of a case');
}
