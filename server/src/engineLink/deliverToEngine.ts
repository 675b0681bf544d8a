import {
  cancelCase,
  claimTask,
  completeTask,
  handTask,
  type InstanceState,
  isEngineError,
  moveTimers,
  moveTokens,
  routeTask,
  startCase,
  unclaimTask,
} from '@onewindow/engine';
import type { AppContext } from '../app/appContext.ts';
import type { CaseDocument } from '../cases/model.ts';
import { datesOfSteps } from '../clocks/taskDates.ts';
import { dropMove } from '../desk/moveCase.ts';
import { deliverMigration } from '../migration/deliverMigration.ts';
import { type MarkDone, PoisonEntry } from '../outbox/deliverOutbox.ts';
import type { OutboxDocument } from '../outbox/model.ts';
import { type Reading, refreshCase } from './refreshCase.ts';
import { showTaskDates } from './showTaskDates.ts';

type Variables = Record<string, string | number | boolean>;

/**
 * Brings one command to the engine, idempotently, and then the case's task view in line with it. `known` is the case as
 * just committed, when the caller has it. Returns the case where the task view changed it.
 * Throws EngineError when the engine is away (tried again), PoisonEntry when it can never succeed.
 */
export async function deliverToEngine(
  app: AppContext,
  entry: OutboxDocument,
  done?: MarkDone,
  known?: CaseDocument,
): Promise<CaseDocument | undefined> {
  try {
    return await command(app, entry, done, known);
  } catch (error) {
    if (isEngineError(error, 'engineRefused', 'engineUnauthorised') || isUnknownDefinition(entry, error))
      throw new PoisonEntry(error.message, { cause: error });
    throw error;
  }
}

/** The definition that the case is pinned to is gone from the engine: only an operator can help. */
function isUnknownDefinition(entry: OutboxDocument, error: unknown): error is Error {
  return entry.type === 'startCase' && isEngineError(error, 'engineNotFound');
}

async function command(
  app: AppContext,
  entry: OutboxDocument,
  done?: MarkDone,
  known?: CaseDocument,
): Promise<CaseDocument | undefined> {
  const client = app.engine;
  const subject =
    known ??
    ((await app.models.cases
      .findOne({ _id: entry.caseId, tenant: app.tenant })
      .lean()) as CaseDocument | null);
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
        dates: await datesOfSteps(app, subject),
        firstAttempt: entry.fence === 0,
      });
      return refreshCase({
        app,
        caseId: subject._id,
        processInstanceId: started.processInstanceId,
        done,
        ...(started.alreadyStarted ? {} : { justStarted: subject }),
        ...(started.state === undefined ? {} : { reading: readingOf(subject, started.state) }),
      });
    }
    case 'completeTask': {
      const { state } = await completeTask({
        client,
        taskId,
        commandId: entry._id,
        variables: entry.payload['variables'] as Variables,
        dates: await datesOfSteps(app, subject),
      });
      return refreshCase({
        app,
        caseId: subject._id,
        processInstanceId: instanceOf(subject),
        done,
        ...(state === undefined ? {} : { reading: readingOf(subject, state) }),
      });
    }
    case 'claimTask':
      await claimTask({ client, taskId, userId: String(entry.payload['userId']) });
      return undefined;
    case 'releaseTask':
      await unclaimTask({ client, taskId, userId: String(entry.payload['userId']) });
      return undefined;
    case 'handTask': {
      const { userId, group } = entry.payload as { userId: string | null; group?: string };
      await handTask({ client, taskId, userId, group });
      return undefined;
    }
    case 'moveTokens': {
      const processInstanceId = instanceOf(subject);
      const move = entry.payload as {
        taskIds: string[];
        target: string;
        onlyThese?: boolean;
        waitingAt?: string;
      };
      const { taskIds } = move;
      const moved = await moveTokens({ client, processInstanceId, commandId: entry._id, ...move });
      if (moved === 'overtaken') await dropMove({ app, caseId: subject._id, commandId: entry._id, taskIds });
      return refreshCase({ app, caseId: subject._id, processInstanceId, done });
    }
    case 'routeTask':
      await routeTask({
        client,
        taskId,
        processInstanceId: instanceOf(subject),
        group: String(entry.payload['group']),
        variables:
          entry.payload['variable'] === undefined
            ? {}
            : { [String(entry.payload['variable'])]: String(entry.payload['departmentId']) },
      });
      return undefined;
    case 'setDates': {
      const { variables, tasks } = entry.payload as { variables?: Record<string, string>; tasks?: boolean };
      if (variables !== undefined)
        await moveTimers({ client, processInstanceId: instanceOf(subject), variables });
      if (tasks === true) await showTaskDates(app, subject._id);
      return undefined;
    }
    case 'cancelCase': {
      await cancelCase({ client, processInstanceId: instanceOf(subject), commandId: entry._id });
      return refreshCase({ app, caseId: subject._id, processInstanceId: instanceOf(subject), done });
    }
    case 'migrateCase': {
      await deliverMigration({ app, entry, subject, done });
      const processInstanceId = instanceOf(subject);
      return refreshCase({ app, caseId: subject._id, processInstanceId });
    }
    default:
      throw new PoisonEntry(`unknown command ${entry.type}`);
  }
}

/** What the engine told with the command, as a reading of the case as it was before the command. */
function readingOf(subject: CaseDocument, { id, ended, tasks }: InstanceState): Reading {
  return { known: subject, state: { processInstanceId: id, ended, tasks }, changed: true };
}

function instanceOf(subject: CaseDocument): string {
  const id = subject.engine.processInstanceId;
  if (id === undefined) throw new PoisonEntry(`case ${subject._id} has no process instance`);
  return id;
}
