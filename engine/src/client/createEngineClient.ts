import { caseCalls } from './caseCalls.ts';
import { historyCalls } from './historyCalls.ts';
import { instanceCalls } from './instances.ts';
import { migrationCalls } from './migrationCalls.ts';
import { operationCalls } from './operations.ts';
import { repositoryCalls } from './repository.ts';
import { taskCalls } from './tasks.ts';
import { createTransport, type EngineConnection } from './transport.ts';

/**
 * Typed REST client of the engine. Every call throws EngineError; none retries. Use ../commands for what must
 * happen exactly once.
 */
export function createEngineClient(connection: EngineConnection) {
  const transport = createTransport(connection);
  return {
    connection,
    ...repositoryCalls(transport),
    ...taskCalls(transport),
    ...instanceCalls(transport),
    ...historyCalls(transport),
    ...operationCalls(transport),
    ...caseCalls(transport),
    ...migrationCalls(transport),
  };
}

export type EngineClient = ReturnType<typeof createEngineClient>;
