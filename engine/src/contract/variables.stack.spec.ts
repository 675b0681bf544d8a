import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Variables } from '../client/variables.ts';
import { deployForTest, reviewProcess, unique } from '../engineOfStack.ts';
import { client, onlyTask, refusalOf, send } from './rest.ts';

const variables = { tenant: '110115', department: 'scjg' };

async function started() {
  const { definitionId } = await deployForTest((key) => reviewProcess({ key }));
  return (await client.startProcess(definitionId, { businessKey: unique('b'), variables })).id;
}

describe('a process variable', () => {
  it('of every kind comes back as it was given, now and from the history', async () => {
    const id = await started();
    const given: Variables = {
      text: '北京市大兴区 “引号” 𠮷 \u0007 & <x/>',
      empty: '',
      whole: 2_147_483_647,
      large: Number.MAX_SAFE_INTEGER,
      negative: -7,
      fraction: 0.1,
      yes: true,
      no: false,
      nothing: null,
    };
    await client.setVariables(id, given);
    const read = await client.getVariables(id);
    assert.deepEqual(Object.fromEntries(Object.keys(given).map((name) => [name, read[name]])), given);
    const historic = await client.listHistoricVariables({ processInstanceId: id });
    assert.deepEqual(
      Object.fromEntries(
        historic.filter(({ name }) => name in given).map(({ name, value }) => [name, value]),
      ),
      given,
    );
  });

  it('takes a text of 4,000 Chinese characters, refuses a longer one and changes nothing then', async () => {
    const id = await started();
    const longest = '证'.repeat(4_000);
    await client.setVariables(id, { reason: longest });
    assert.equal((await client.getVariables(id))['reason'], longest);
    const task = await onlyTask(id);
    const refusal = await refusalOf(client.complete(task.id, { reason: `${longest}照`, outcome: 'grant' }));
    assert.equal(refusal.code, 'engineFailed');
    assert.equal((await onlyTask(id)).id, task.id);
    assert.deepEqual(await client.getVariables(id), { ...variables, reason: longest });
  });

  it('of a kind outside this system reads as null, and a serialised Java object is refused', async () => {
    const id = await started();
    await send('PUT', `/process-instance/${id}/variables/form`, {
      json: { type: 'Json', value: JSON.stringify({ a: ['大'.repeat(50_000)] }) },
    }).catch(() => undefined);
    assert.equal(typeof ((await client.getVariables(id))['form'] ?? null) === 'object', true);
    const value = Buffer.from('aced000574000161', 'hex').toString('base64');
    const valueInfo = {
      objectTypeName: 'java.lang.String',
      serializationDataFormat: 'application/x-java-serialized-object',
    };
    await refusalOf(
      send('PUT', `/process-instance/${id}/variables/evil`, { json: { type: 'Object', value, valueInfo } }),
    );
  });

  it('that steps set at the same time in different instances does not mix', async () => {
    const ids = await Promise.all([1, 2, 3].map(started));
    await Promise.all(ids.map((id, at) => client.setVariables(id, { number: at })));
    for (const [at, id] of ids.entries()) assert.equal((await client.getVariables(id))['number'], at);
  });
});
