import {
  cancelCase,
  claimTask,
  completeTask,
  isEngineError,
  startCase,
  unclaimTask,
} from '@onewindow/engine';
import type { AppContext } from '../app/appContext.ts';
import type { CaseDocument } from '../cases/model.ts';
import { PoisonEntry } from '../outbox/deliverOutbox.ts';
import type { OutboxDocument } from '../outbox/model.ts';
import { refreshCase } from './refreshCase.ts';

type Variables = Record<string, string | number | boolean>;

/**
 * Brings one command to the engine, idempotently, and then the case's task view in line with it.
 * Throws EngineError when the engine is away (tried again), PoisonEntry when it can never succeed.
 */
export async function deliverToEngine(app: AppContext, entry: OutboxDocument): Promise<void> {
  try {
    await command(app, entry);
  } catch (error) {
    if (isEngineError(error, 'engineRefused', 'engineUnauthorised'))
      throw new PoisonEntry(error.message, { cause: error });
    throw error;
  }
}

async function command(app: AppContext, entry: OutboxDocument): Promise<void> {
  const client = app.engine;
  const subject = (await app.models.cases
    .findOne({ _id: entry.caseId, tenant: app.tenant })
    .lean()) as CaseDocument | null;
  if (subject === null) throw new PoisonEntry(`no case ${entry.caseId}`);
  const taskId = String(entry.payload['taskId'] ?? '');
  switch (entry.type) {
    case 'startCase': {
      const started = await startCase({
        client,
        tenant: app.tenant,
        definitionId: String(entry.payload['definitionId']),
        businessKey: String(entry.payload['caseNo']),
        variables: entry.payload['variables'] as Variables,
        firstAttempt: entry.fence === 0,
      });
      await refreshCase(app, subject._id, started.processInstanceId);
      return;
    }
    case 'completeTask': {
      await completeTask({
        client,
        taskId,
        commandId: entry._id,
        variables: entry.payload['variables'] as Variables,
      });
      await refreshCase(app, subject._id, instanceOf(subject));
      return;
    }
    case 'claimTask':
      await claimTask({ client, taskId, userId: String(entry.payload['userId']) });
      return;
    case 'releaseTask':
      await unclaimTask({ client, taskId, userId: String(entry.payload['userId']) });
      return;
    case 'cancelCase': {
      await cancelCase({ client, processInstanceId: instanceOf(subject), commandId: entry._id });
      await refreshCase(app, subject._id, instanceOf(subject));
      return;
    }
    default:
      throw new PoisonEntry(`unknown command ${entry.type}`);
  }
}

function instanceOf(subject: CaseDocument): string {
  const id = subject.engine.processInstanceId;
  if (id === undefined) throw new PoisonEntry(`case ${subject._id} has no process instance`);
  return id;
}
