import type { AppContext } from '../app/appContext.ts';
import { type CaseChange, changeCase } from '../cases/changeCase.ts';
import type { CaseDocument } from '../cases/model.ts';
import { stopClocks } from '../clocks/startCaseClocks.ts';
import { readEngineVariables } from '../intake/readEngineVariables.ts';
import { openFinding } from '../supervision/openFinding.ts';
import { refreshCase } from './refreshCase.ts';

/**
 * - `processRelinked`: the engine has the case under another instance; the case now names that one;
 * - `processRestarted`: nothing had been done in the lost process; it is started again from the outbox;
 * - `processLost`: steps had been completed, so that starting again would ask people to repeat or even re-decide: a
 *   supervisor's finding says so, once, and nothing is changed.
 */
export type LostProcess = 'processRelinked' | 'processRestarted' | 'processLost';

/** Repairs a case whose recorded instance the engine neither has nor had (its database was restored, say). */
export async function restoreLostProcess(options: {
  app: AppContext;
  caseId: string;
  processInstanceId: string;
}): Promise<LostProcess> {
  const { app, caseId, processInstanceId } = options;
  const other = await findOtherInstance(app, caseId);
  if (other !== undefined) {
    await refreshCase({ app, caseId, processInstanceId: other, actorName: 'reconciler' });
    return 'processRelinked';
  }
  const effectKey = `${caseId}:processLost:${processInstanceId}`;
  const told = await app.models.findings.findOne({ tenant: app.tenant, effectKey }, { _id: 1 }).lean();
  if (told !== null) return 'processLost';
  const { result } = await changeCase<LostProcess>({
    app,
    caseId,
    actor: { kind: 'system', name: 'reconciler' },
    work: async (change) => {
      // another copy of the server was faster
      if (change.subject.engine.processInstanceId !== processInstanceId) return 'processRestarted';
      if (await nothingDone(app, change)) {
        await startAgain(app, change);
        return 'processRestarted';
      }
      await tellSupervisor(app, change, effectKey);
      return 'processLost';
    },
  });
  return result;
}

/** An instance under the case's number that the case does not name. */
async function findOtherInstance(app: AppContext, caseId: string): Promise<string | undefined> {
  const subject = (await app.models.cases
    .findOne({ _id: caseId, tenant: app.tenant }, { caseNo: 1, definitionId: 1 })
    .lean()) as Pick<CaseDocument, 'caseNo' | 'definitionId'> | null;
  if (subject?.caseNo === undefined || subject.definitionId === undefined) return undefined;
  const [found] = await app.engine.listHistoricInstances(
    {
      processDefinitionId: subject.definitionId,
      processInstanceBusinessKey: subject.caseNo,
      tenantIdIn: [app.tenant],
    },
    { maxResults: 1 },
  );
  return found?.id;
}

async function nothingDone(app: AppContext, { subject, session }: CaseChange): Promise<boolean> {
  if (subject.state !== 'accepted' || subject.decision !== undefined) return false;
  const { tenant } = app;
  const tasks = await app.models.tasks
    .find({ tenant, caseId: subject._id }, { state: 1 }, { session })
    .lean();
  const parked = await app.models.outbox
    .findOne({ tenant, stream: `${subject._id}:engine`, state: 'parked' }, { _id: 1 }, { session })
    .lean();
  return tasks.every(({ state }) => state !== 'done') && parked === null;
}

async function startAgain(app: AppContext, change: CaseChange): Promise<void> {
  const { subject, session } = change;
  const open = await app.models.tasks
    .find({ tenant: app.tenant, caseId: subject._id, active: true }, { _id: 1 }, { session })
    .lean();
  for (const task of open) {
    await app.models.tasks.deleteOne({ _id: task._id, tenant: app.tenant }, { session });
    await stopClocks({ app, change, kinds: ['step'], taskId: task._id });
  }
  subject.engine = { state: 'pending' };
  change.event('processRestarted', {});
  change.outbox({
    destination: 'engine',
    type: 'startCase',
    payload: {
      definitionId: subject.definitionId,
      caseNo: subject.caseNo,
      variables: (await readEngineVariables({ app, subject, session })).variables,
    },
  });
}

async function tellSupervisor(app: AppContext, change: CaseChange, effectKey: string): Promise<void> {
  await openFinding(app, change, {
    effectKey,
    kind: 'processLost',
    departmentId: change.subject.departmentId,
    dueAt: change.now,
    details: {},
  });
  change.event('processLost', {});
}
