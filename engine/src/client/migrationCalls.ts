import type { Transport } from './transport.ts';
import { toTypedVariables, type Variables } from './variables.ts';

/** Where an activity or event of the source definition goes on in the target. */
export type MigrationInstruction = {
  sourceActivityIds: string[];
  targetActivityIds: string[];
  /** The event is set up anew as the target says: a timer counts from the migration. */
  updateEventTrigger: boolean;
};

/** How instances of one process definition become instances of another. */
export type MigrationPlan = {
  sourceProcessDefinitionId: string;
  targetProcessDefinitionId: string;
  instructions: MigrationInstruction[];
};

/** Instructions that the engine cannot follow, whichever instance it is. */
export type MigrationReport = {
  instructionReports: { instruction: MigrationInstruction; failures: string[] }[];
};

/** Migration of process instances (Camunda's `/migration`). */
export function migrationCalls({ send }: Transport) {
  return {
    /** The instructions that the engine finds by itself: same id, same kind. Changes nothing. */
    async generateMigration(
      sourceProcessDefinitionId: string,
      targetProcessDefinitionId: string,
    ): Promise<MigrationPlan> {
      const plan = (await send('POST', '/migration/generate', {
        json: { sourceProcessDefinitionId, targetProcessDefinitionId, updateEventTriggers: false },
      })) as MigrationPlan;
      return { sourceProcessDefinitionId, targetProcessDefinitionId, instructions: plan.instructions };
    },
    /** Whether the engine can follow these instructions. Changes nothing. */
    async validateMigration(plan: MigrationPlan): Promise<MigrationReport> {
      return (await send('POST', '/migration/validate', { json: plan })) as MigrationReport;
    },
    /**
     * Migrates one instance and gives it these variables, in one transaction of the engine. Throws EngineError
     * `engineRefused` when the instance stands where no instruction leads on; it is unchanged then.
     */
    async executeMigration(
      plan: MigrationPlan,
      processInstanceId: string,
      variables: Variables = {},
    ): Promise<void> {
      await send('POST', '/migration/execute', {
        json: {
          migrationPlan: { ...plan, variables: toTypedVariables(variables) },
          processInstanceIds: [processInstanceId],
          skipCustomListeners: true,
          skipIoMappings: true,
        },
      });
    },
  };
}
