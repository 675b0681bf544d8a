import type { EngineClient } from '../client/createEngineClient.ts';
import { isEngineError } from '../client/engineError.ts';
import type { MigrationPlan } from '../client/migrationCalls.ts';
import type { Variables } from '../client/variables.ts';
import { assertWorthLooking } from './readOpenTask.ts';
import { retryConflicts, type Wait } from './retryConflicts.ts';

/**
 * - `migrated`: by this call;
 * - `alreadyMigrated`: the instance runs on the target already, an earlier delivery did it;
 * - `gone`: the instance has ended, or the engine never had it;
 * - `elsewhere`: it runs on a third definition, to which this plan does not apply.
 */
export type MigratedCase = 'migrated' | 'alreadyMigrated' | 'gone' | 'elsewhere';

/**
 * Migrates one instance exactly once. The definition that the instance runs on tells whether it has happened: the engine
 * changes it together with the tokens and the variables, or not at all.
 *
 * Throws EngineError: `engineRefused` when the instance stands where the plan does not lead on (unchanged), `engineAway`
 * when it is open whether it happened (call again).
 */
export async function migrateCase(command: {
  client: EngineClient;
  processInstanceId: string;
  plan: MigrationPlan;
  /** Given to the instance in the same transaction. */
  variables?: Variables;
  wait?: Wait;
}): Promise<MigratedCase> {
  const { client, processInstanceId, plan, variables = {}, wait } = command;
  const before = await stands(command);
  if (before !== 'atSource') return before;
  try {
    await retryConflicts(() => client.executeMigration(plan, processInstanceId, variables), wait);
    return 'migrated';
  } catch (error) {
    assertWorthLooking(error);
    const after = await stands(command);
    if (after === 'atSource') throw error;
    return after;
  }
}

async function stands({
  client,
  processInstanceId,
  plan,
}: {
  client: EngineClient;
  processInstanceId: string;
  plan: MigrationPlan;
}): Promise<Exclude<MigratedCase, 'migrated'> | 'atSource'> {
  try {
    const { definitionId } = await client.getInstance(processInstanceId);
    if (definitionId === plan.targetProcessDefinitionId) return 'alreadyMigrated';
    return definitionId === plan.sourceProcessDefinitionId ? 'atSource' : 'elsewhere';
  } catch (error) {
    if (isEngineError(error, 'engineNotFound')) return 'gone';
    throw error;
  }
}
