import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { trusted } from 'mongoose';
import { ApiClient, ApiProblem } from '../../../scripts/journey/apiClient.ts';
import { signInApplicant } from '../../../scripts/journey/applicant.ts';
import { signIn } from '../../../scripts/journey/steps.ts';
import { allRoutes } from '../app/allRoutes.ts';
import { type Role, roles } from '../identity/model.ts';
import { startTestServer, type TestServer } from '../testing/startTestServer.ts';
import type { Route } from './route.ts';

const accountOf: Record<Role, string> = {
  clerk: 'clerk',
  approver: 'approver',
  head: 'head',
  designer: 'designer',
  supervisor: 'supervisor',
  admin: 'admin',
  operator: 'operator',
  shiftChief: 'chief',
  dispatcher: 'dispatcher',
  gridWorker: 'grid',
  expert: 'expert1',
  hallManager: 'hall',
};
/** What the demonstration account of a role holds besides it. */
const alsoHolds: Partial<Record<Role, readonly Role[]>> = { head: ['approver'] };

describe('access to every route', () => {
  let server: TestServer;
  const clients = new Map<Role, ApiClient>();
  let applicant: ApiClient;

  before(async () => {
    server = await startTestServer({
      workers: false,
      packs: ['scjg-food', 'mzj-elderly-subsidy'],
      // Thousands of requests within a minute, from one address.
      env: { RATE_LIMIT_PER_MINUTE: '1000000' },
    });
    for (const role of roles) clients.set(role, await signIn(server.base, accountOf[role]));
    applicant = await signInApplicant(server.base, '13800000099');
  });
  after(() => server.close());

  const counted = new Set<string>();
  let countedUpTo = new Date(0);
  /** Attempts on record that were not there when this was asked before; by the time at which they were made. */
  const newRefusals = async (): Promise<number> => {
    const { models, tenant } = server.app;
    const asked = new Date();
    const at = trusted({ $gte: countedUpTo, $lte: asked });
    const events = await models.securityEvents.find({ tenant, at }, { type: 1 }).lean();
    const fresh = events.filter(({ _id, type }) => type === 'accessRefused' && !counted.has(_id));
    for (const { _id } of fresh) counted.add(_id);
    countedUpTo = asked;
    return fresh.length;
  };

  for (const route of allRoutes.filter((entry) => entry.access !== 'public')) {
    it(`${route.method.toUpperCase()} ${route.path} is closed to anonymous callers`, async () => {
      assert.equal(await statusOf(new ApiClient(server.base), route), 401);
    });
    if (route.access.includes('applicant') || route.access.includes('partner')) {
      it(`${route.method.toUpperCase()} ${route.path} knows nobody of the staff`, async () => {
        for (const [role, client] of clients) assert.equal(await statusOf(client, route), 401, role);
      });
      continue;
    }
    it(`${route.method.toUpperCase()} ${route.path} knows no applicant`, async () => {
      assert.equal(await statusOf(applicant, route), 401);
    });
    if (route.access === 'signedIn' || route.access === 'public') continue;
    const allowed = route.access;
    const refused = roles.filter(
      (role) => ![role, ...(alsoHolds[role] ?? [])].some((held) => allowed.includes(held)),
    );
    if (refused.length === 0) continue;
    it(`${route.method.toUpperCase()} ${route.path} is closed to ${refused.join(', ')}, and each attempt is recorded`, async () => {
      const statuses = await Promise.all(
        refused.map(async (role) => [role, await statusOf(clients.get(role) as ApiClient, route)]),
      );
      assert.deepEqual(
        statuses,
        refused.map((role) => [role, 403]),
      );
      assert.equal(await newRefusals(), refused.length);
    });
  }

  it('an unknown route does not exist', async () => {
    const client = clients.get('admin');
    assert.ok(client);
    await assert.rejects(client.get('/nothing-here'), (error: ApiProblem) => error.status === 404);
  });

  it('an unsafe request without the CSRF token is refused', async () => {
    const session = await fetch(`${server.base}/api/v1/session`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ username: 'clerk', password: 'onewindow-2026' }),
    });
    const cookie = session.headers.getSetCookie()[0]?.split(';')[0] ?? '';
    const answer = await fetch(`${server.base}/api/v1/cases`, {
      method: 'POST',
      headers: { Cookie: cookie, 'Content-Type': 'application/json', 'Idempotency-Key': 'csrf-test-1' },
      body: '{}',
    });
    assert.equal(answer.status, 403);
    assert.equal(((await answer.json()) as { code: string }).code, 'csrfRefused');
  });

  it('the fifth wrong password throttles the name', async () => {
    const statuses: number[] = [];
    for (let attempt = 0; attempt < 6; attempt += 1) {
      const client = new ApiClient(server.base);
      await client.signIn('town', 'wrong').catch((error: ApiProblem) => statuses.push(error.status));
    }
    assert.deepEqual(statuses, [401, 401, 401, 401, 401, 429]);
    const late = await new ApiClient(server.base)
      .signIn('town', 'onewindow-2026')
      .catch((error: ApiProblem) => error);
    assert.ok(late instanceof ApiProblem && late.code === 'tooManyAttempts');
  });
});

async function statusOf(client: ApiClient, route: Route): Promise<number> {
  const path = route.path
    .replace('{packCode}', 'scjg-food')
    .replace('{version}', '1')
    .replace(/\{\w+\}/g, '00000000-0000-7000-8000-000000000000');
  const call = {
    get: () => client.get(path),
    post: () => client.post(path),
    put: () => client.put(path, {}),
    patch: () => client.patch(path, 1, {}),
    delete: () => client.delete(path),
  }[route.method];
  return call().then(
    () => 200,
    (error: ApiProblem) => error.status,
  );
}
