import type { DatesByStep, InstanceState } from '../client/caseCalls.ts';
import type { EngineClient } from '../client/createEngineClient.ts';
import { isEngineError } from '../client/engineError.ts';
import type { Variables } from '../client/variables.ts';
import { retryConflicts, type Wait } from './retryConflicts.ts';

export type StartCase = {
  client: EngineClient;
  /** Pinned definition id, never a key. */
  definitionId: string;
  tenant: string;
  /** The case number: at most one instance per definition and key ever starts through this function. */
  businessKey: string;
  variables: Variables;
  /** Of the tasks that it brings into being. */
  dates?: DatesByStep | undefined;
  /**
   * True when this case was never sent before: starts straight away, one request, because nothing can be running or
   * ended yet. False (the default) looks in runtime and history first.
   */
  firstAttempt?: boolean;
  wait?: Wait;
};

export type StartedCase = {
  processInstanceId: string;
  alreadyStarted: boolean;
  ended: boolean;
  /** What is open just after this start; undefined when it was started earlier, or by an engine that does not tell. */
  state?: InstanceState;
};

/**
 * Starts a case's process exactly once. The engine's unique index on definition and business key decides between
 * parallel starts; history answers for instances that have ended, whose key is free again.
 *
 * Throws EngineError: `engineAway` leaves open whether it started (call again, without `firstAttempt`).
 */
export async function startCase(command: StartCase): Promise<StartedCase> {
  const { client, definitionId, businessKey, variables, dates, firstAttempt = false, wait } = command;
  if (!firstAttempt) {
    const found = await findStarted(command);
    if (found !== null) return found;
  }
  try {
    const state = await retryConflicts(
      () =>
        client.startAndRead(definitionId, {
          businessKey,
          variables,
          ...(dates === undefined ? {} : { dates }),
        }),
      wait,
    );
    if (state !== undefined)
      return { processInstanceId: state.id, alreadyStarted: false, ended: state.ended, state };
    const started = await retryConflicts(
      () => client.startProcess(definitionId, { businessKey, variables }),
      wait,
    );
    return { processInstanceId: started.id, alreadyStarted: false, ended: started.ended };
  } catch (error) {
    // a duplicate key comes as a plain 500, and a time-out may hide a success: only looking tells
    if (!isEngineError(error, 'engineFailed', 'engineAway', 'engineConflict')) throw error;
    const found = await findStarted(command).catch(() => null);
    if (found !== null) return found;
    throw error;
  }
}

async function findStarted({
  client,
  definitionId,
  tenant,
  businessKey,
}: StartCase): Promise<StartedCase | null> {
  const query = { processDefinitionId: definitionId, businessKey, tenantIdIn: [tenant] };
  const [running] = await client.listInstances(query, { maxResults: 1 });
  if (running !== undefined) return { processInstanceId: running.id, alreadyStarted: true, ended: false };
  const [known] = await client.listHistoricInstances(
    { processDefinitionId: definitionId, processInstanceBusinessKey: businessKey, tenantIdIn: [tenant] },
    { maxResults: 1 },
  );
  if (known === undefined) return null;
  return { processInstanceId: known.id, alreadyStarted: true, ended: known.endTime !== null };
}
