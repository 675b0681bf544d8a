import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { type OwnEngine, startOwnEngine } from '../../../scripts/stack/index.ts';
import { createEngineClient, type EngineClient } from '../client/createEngineClient.ts';
import { createTransport } from '../client/transport.ts';
import { reviewProcess, unique } from '../engineOfStack.ts';
import { refusalOf } from './rest.ts';

/** The engine's number for deployments in its table of authorizations. */
const deployments = 9;

describe('authorization', () => {
  let own: OwnEngine;
  let client: EngineClient;
  let send: ReturnType<typeof createTransport>['send'];
  const deploy = () =>
    client.deploy({
      name: 'a',
      tenant: unique('t'),
      files: [{ path: 'a.bpmn', content: reviewProcess({ key: unique('p') }) }],
    });

  before(async () => {
    own = await startOwnEngine();
    client = createEngineClient({ ...own.connection, timeoutMs: 60_000 });
    send = createTransport({ ...own.connection, timeoutMs: 60_000 }).send;
  });
  after(() => own.end());

  it('lets no account in but the one of the installation, not even one that is created behind its back', async () => {
    const profile = { id: 'intruder', firstName: 'i', lastName: 'n' };
    await send('POST', '/user/create', {
      json: { profile, credentials: { password: 'a long enough password' } },
    });
    const intruder = createEngineClient({
      ...own.connection,
      user: 'intruder',
      password: 'a long enough password',
    });
    const refusal = await refusalOf(intruder.getVersion());
    assert.deepEqual([refusal.code, refusal.status], ['engineUnauthorised', 401]);
  });

  it('is checked behind the credentials: without the permission the account is refused with 403', async () => {
    await deploy();
    const query = { resourceType: deployments, resourceId: '*' };
    const [grant] = (await send('GET', '/authorization', { query })) as { id: string }[];
    await send('DELETE', `/authorization/${grant?.id}`);
    const refusal = await refusalOf(deploy());
    assert.deepEqual(
      [refusal.code, refusal.status, refusal.type],
      ['engineUnauthorised', 403, 'AuthorizationException'],
    );
  });

  it('is put right again by the next start, and so are the accounts', async () => {
    await own.stack.restart('engine');
    await deploy();
    const users = (await send('GET', '/user')) as { id: string }[];
    assert.deepEqual(
      users.map(({ id }) => id),
      [own.connection.user],
    );
  });
});
