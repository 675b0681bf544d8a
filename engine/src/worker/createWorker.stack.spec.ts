import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { connectionOfStack, deployForTest, eventually, externalProcess, unique } from '../engineOfStack.ts';
import { createWorker } from './createWorker.ts';
import type { WorkerProblem } from './workTask.ts';

async function waitingForWork() {
  const topic = unique('topic');
  const deployed = await deployForTest((key) => externalProcess(key, topic));
  const start = async () =>
    (
      await deployed.client.startProcess(deployed.definitionId, {
        businessKey: unique('case'),
        variables: { caseNo: '7' },
      })
    ).id;
  return { ...deployed, topic, start, connection: connectionOfStack() };
}

describe('a worker', () => {
  it('does the work, hands back variables, and the process goes on', async () => {
    // given
    const { client, topic, start, connection } = await waitingForWork();
    const seen: unknown[] = [];
    const worker = createWorker({
      connection,
      topics: {
        [topic]: async ({ variables, businessKey }) => {
          seen.push(variables['caseNo'], typeof businessKey);
          return { licenseNo: 'L1', copies: 2 };
        },
      },
    });
    // when
    const id = await start();
    const ended = await eventually(async () => {
      const instance = await client.getHistoricInstance(id);
      return instance.state === 'COMPLETED' && instance;
    });
    await worker.stop();
    // then
    assert.ok(ended.endTime);
    assert.deepEqual(seen, ['7', 'string']);
    const variables = await client.listHistoricVariables({ processInstanceId: id });
    assert.deepEqual(variables.find(({ name }) => name === 'copies')?.value, 2);
  });

  it('keeps its lock while the work takes longer than the lock', async () => {
    // given a lock of three seconds and work of five: a busy machine may be a second late with the renewal
    const { client, topic, start, connection } = await waitingForWork();
    let runs = 0;
    const handler = async () => {
      runs += 1;
      await new Promise((resolve) => setTimeout(resolve, 5_000));
      return undefined;
    };
    const workers = [1, 2].map(() =>
      createWorker({ connection, lockDurationMs: 3_000, topics: { [topic]: handler } }),
    );
    // when
    const id = await start();
    await eventually(async () => (await client.getHistoricInstance(id)).state === 'COMPLETED');
    await Promise.all(workers.map((worker) => worker.stop()));
    // then
    assert.equal(runs, 1);
  });

  it('tries again after a failure and then raises an incident', async () => {
    const { client, topic, start, connection } = await waitingForWork();
    const problems: WorkerProblem[] = [];
    const worker = createWorker({
      connection,
      retryDelaysMs: [10, 10],
      // the engine does not end a waiting poll when a retry falls due
      longPollMs: 500,
      onProblem: (problem) => problems.push(problem),
      topics: { [topic]: () => Promise.reject(new Error('printer on fire')) },
    });
    const processInstanceId = await start();
    const incident = await eventually(async () => (await client.listIncidents({ processInstanceId }))[0]);
    await worker.stop();
    assert.equal(incident.incidentMessage, 'printer on fire');
    assert.deepEqual(
      problems.map(({ kind }) => kind),
      ['failed', 'failed', 'failed'],
    );
  });

  it('counts a recorded effect as done', async () => {
    const { client, topic, start, connection } = await waitingForWork();
    const worker = createWorker({
      connection,
      findRecordedEffect: async () => ({ licenseNo: 'issued before' }),
      topics: { [topic]: () => Promise.reject(new Error('must not run')) },
    });
    const id = await start();
    await eventually(async () => (await client.getHistoricInstance(id)).state === 'COMPLETED');
    await worker.stop();
  });

  it('leaves nothing locked when it stops in the middle of a long poll', async () => {
    // given a worker in its long poll
    const { client, topic, start, connection } = await waitingForWork();
    const worker = createWorker({ connection, topics: { [topic]: async () => undefined } });
    const firstDone = await start();
    await eventually(async () => (await client.getHistoricInstance(firstDone)).state === 'COMPLETED');
    // when
    const before = performance.now();
    await worker.stop();
    const processInstanceId = await start();
    // then it stopped long before the poll's 20 seconds, and did not take the next task
    assert.ok(performance.now() - before < 5_000);
    await new Promise((resolve) => setTimeout(resolve, 300));
    const [waiting] = await client.listExternalTasks({ processInstanceId });
    assert.equal(waiting?.lockExpirationTime, null);
  });

  it('finishes the task in work before stop() resolves', async () => {
    const { client, topic, start, connection } = await waitingForWork();
    let running = false;
    const worker = createWorker({
      connection,
      topics: {
        [topic]: async () => {
          running = true;
          await new Promise((resolve) => setTimeout(resolve, 800));
          return undefined;
        },
      },
    });
    const id = await start();
    await eventually(async () => running);
    await worker.stop();
    assert.equal((await client.getHistoricInstance(id)).state, 'COMPLETED');
  });
});
