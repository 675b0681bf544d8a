import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { type OwnEngine, startOwnEngine } from '../../../scripts/stack/index.ts';
import { createEngineClient } from '../client/createEngineClient.ts';
import type { EngineConnection } from '../client/transport.ts';
import { eventually, externalProcess, unique } from '../engineOfStack.ts';
import { createWorker } from './createWorker.ts';

describe('a worker whose engine goes away', () => {
  let own: OwnEngine;
  let connection: EngineConnection;

  before(async () => {
    own = await startOwnEngine();
    connection = own.connection;
  });
  after(() => own.end());

  it('asks less and less often, and goes on working when the engine is back', async () => {
    // given a worker that has done a piece of work
    const client = createEngineClient(connection);
    const topic = unique('topic');
    const key = unique('p');
    const { processDefinitionIds } = await client.deploy({
      name: key,
      tenant: '110115',
      files: [{ path: `${key}.bpmn`, content: externalProcess(key, topic) }],
    });
    const definitionId = processDefinitionIds[key] ?? '';
    const finish = async () => {
      const { id } = await client.startProcess(definitionId, { businessKey: unique('case') });
      await eventually(async () => (await client.getHistoricInstance(id)).state === 'COMPLETED');
    };
    const failedAt: number[] = [];
    const worker = createWorker({
      connection,
      topics: { [topic]: async () => undefined },
      pollBackOff: { firstMs: 200, longestMs: 800 },
      onProblem: ({ kind }) => {
        if (kind === 'pollFailed') failedAt.push(performance.now());
      },
    });
    await finish();
    // when the engine is killed and stays away
    await own.stack.kill('engine', 'SIGKILL', { hold: true });
    await eventually(async () => failedAt.length >= 5);
    // then each poll waited longer than the one before, up to the longest pause (timers are a millisecond exact)
    const pauses = failedAt.slice(1, 5).map((at, index) => at - (failedAt[index] ?? 0));
    for (const [index, least] of [200, 400, 800, 800].entries())
      assert.ok((pauses[index] ?? 0) >= least - 2, `pauses of ${pauses.map(Math.round)} ms`);
    // when it comes back, then work goes on
    await own.stack.startChild('engine');
    const failedWhileAway = failedAt.length;
    await finish();
    await worker.stop();
    assert.ok(failedAt.length <= failedWhileAway + 1, 'no further poll fails once the engine answers');
  });
});
