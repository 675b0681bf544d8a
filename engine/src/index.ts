export type {
  DatesByStep,
  EngineChange,
  EngineChanges,
  InstanceState,
  OpenTask,
  TaskDates,
} from './client/caseCalls.ts';
export * from './client/createEngineClient.ts';
export * from './client/engineError.ts';
export type { MigrationInstruction, MigrationPlan, MigrationReport } from './client/migrationCalls.ts';
export type { EngineConnection } from './client/transport.ts';
export * from './client/types.ts';
export type { Variables, VariableValue } from './client/variables.ts';
export * from './commands/cancelCase.ts';
export * from './commands/claimTask.ts';
export { commandVariable } from './commands/commandVariable.ts';
export * from './commands/completeTask.ts';
export * from './commands/handTask.ts';
export * from './commands/migrateCase.ts';
export * from './commands/moveTimers.ts';
export * from './commands/moveTokens.ts';
export * from './commands/routeTask.ts';
export * from './commands/startCase.ts';
export * from './commands/triggerMessage.ts';
export * from './commands/unclaimTask.ts';
export { shiftInstant, toEngineInstant, toMilliseconds } from './history/engineInstant.ts';
export * from './history/readHistoryChanges.ts';
export * from './history/readInstance.ts';
export * from './noCode/index.ts';
export * from './run/engineCommand.ts';
export * from './run/unpackEngine.ts';
export * from './run/waitForEngine.ts';
export { createWorker, type Worker, type WorkerOptions } from './worker/createWorker.ts';
export { BpmnError, type ExternalTask } from './worker/externalTask.ts';
export type { TopicHandler, WorkerProblem } from './worker/workTask.ts';
