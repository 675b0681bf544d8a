import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { ApiClient, ApiProblem, type Json } from '../../../scripts/journey/apiClient.ts';
import { signInApplicant } from '../../../scripts/journey/applicant.ts';
import {
  foodApplication,
  foodMaterials,
  restaurant,
  samplePdf,
} from '../../../scripts/journey/foodLicense.ts';
import { signIn } from '../../../scripts/journey/steps.ts';
import { allRoutes } from '../app/allRoutes.ts';
import { startTestServer, type TestServer, TestTime } from '../testing/startTestServer.ts';

/** Another system as it calls: a key in the header, no cookie. */
class Partner {
  readonly #base: string;
  readonly #secret: string;

  constructor(base: string, secret: string) {
    this.#base = `${base}/api/v1`;
    this.#secret = secret;
  }

  async call(method: string, path: string, options: { body?: unknown; key?: string; version?: number } = {}) {
    const { body, key, version } = options;
    const form = body instanceof FormData;
    const response = await fetch(`${this.#base}${path}`, {
      method,
      headers: {
        Authorization: `Bearer ${this.#secret}`,
        ...(form || body === undefined ? {} : { 'Content-Type': 'application/json' }),
        ...(key === undefined ? {} : { 'Idempotency-Key': key }),
        ...(version === undefined ? {} : { 'If-Match': `"${version}"` }),
      },
      ...(body === undefined ? {} : { body: form ? body : JSON.stringify(body) }),
    });
    const text = await response.text();
    const answer = (text === '' ? {} : JSON.parse(text)) as Json;
    if (!response.ok) throw new ApiProblem(method, path, response.status, answer);
    return answer;
  }
}

describe('keys of other systems', () => {
  // Answers are remembered for a day of the store's own time.
  const time = new TestTime(new Date(Math.floor(Date.now() / 1000) * 1000).toISOString());
  let server: TestServer;
  let admin: ApiClient;

  before(async () => {
    server = await startTestServer({ time, workers: false, packs: ['scjg-food', 'jxj-credit-repair'] });
    admin = await signIn(server.base, 'admin');
  });
  after(() => server.close());

  const issue = async (wish: Json = {}) => {
    const { id } = await admin.post('/api-keys', {
      name: '企业服务平台',
      owner: '区政务服务局 李工',
      rights: ['intake', 'status', 'track'],
      items: ['scjg-food'],
      ...wish,
    });
    const { secret } = await admin.post(`/api-keys/${String(id)}/secret`);
    return { id: String(id), secret: String(secret), partner: new Partner(server.base, String(secret)) };
  };
  const { source: _source, ...applicant } = restaurant as Json;
  const application = {
    packCode: 'scjg-food',
    operation: 'new',
    applicant,
    area: { town: 't005' },
    formData: foodApplication,
  };
  const begin = (partner: Partner, key: string, changes: Json = {}) =>
    partner.call('POST', '/partner/cases', { key, body: { ...application, ...changes } });
  const listed = async (id: string) =>
    ((await admin.get('/api-keys'))['items'] as Json[]).find((key) => key['id'] === id);
  const recorded = (type: string) => server.app.models.securityEvents.countDocuments({ type });

  it('hands an application in by the use case of the window, once, and follows it', async () => {
    const { id, secret, partner } = await issue();
    const draft = await begin(partner, 'order-4711-begin');
    assert.deepEqual(await begin(partner, 'order-4711-begin'), draft);
    const path = `/partner/cases/${String(draft['id'])}`;
    for (const key of foodMaterials) {
      const body = new FormData();
      body.set('file', new Blob([new Uint8Array(samplePdf(key))], { type: 'application/pdf' }), `${key}.pdf`);
      await partner.call('POST', `${path}/materials/${key}/files`, { key: `order-4711-${key}`, body });
    }
    await assert.rejects(partner.call('POST', `${path}/submit`), { code: 'idempotencyKeyRequired' });
    const received = await partner.call('POST', `${path}/submit`, { key: 'order-4711-submit' });
    assert.equal(received['state'], 'received');
    const again = await partner.call('POST', `${path}/submit`, { key: 'order-4711-submit' });
    assert.equal(again['caseNo'], received['caseNo']);
    // it lies among the online applications of the window, its origin in the history
    const clerk = await signIn(server.base, 'clerk');
    const online = (await clerk.get('/cases?online=true'))['items'] as Json[];
    assert.ok(online.some((one) => one['id'] === draft['id']));
    const events = (await clerk.get(`/cases/${String(draft['id'])}/events`))['items'] as Json[];
    assert.ok(events.every(({ actor }) => (actor as Json)['name'] === '企业服务平台'));
    // corrections come back by the same door
    await clerk.post(`/cases/${String(draft['id'])}/supplement`, {
      items: [{ field: '/staffCount', problem: '人数有误' }],
    });
    const asked = await partner.call('GET', path);
    assert.equal(asked['state'], 'supplementing');
    const formData = { ...foodApplication, staffCount: 14 };
    await partner.call('PATCH', path, { body: { formData }, version: Number(asked['version']) });
    const back = await partner.call('POST', `${path}/resubmit`, { key: 'order-4711-resubmit' });
    assert.equal(back['state'], 'received');
    const followed = await partner.call('GET', `/partner/progress/${String(received['caseNo'])}`);
    assert.equal(followed['state'], 'received');
    assert.ok(!JSON.stringify(followed).includes(restaurant.name));
    // the secret is nowhere in the store, its last use is shown
    const kept = await Promise.all([
      server.app.models.apiKeys.find().lean(),
      server.app.models.idempotency.find().lean(),
      server.app.models.securityEvents.find().lean(),
    ]);
    assert.ok(!JSON.stringify(kept).includes(secret));
    assert.equal((await listed(id))?.['lastUsedAt'], time.now().toISOString());
  });

  it('opens nothing but its own routes, and those to nobody else', async () => {
    const { partner, secret } = await issue();
    const clerk = await signIn(server.base, 'clerk');
    const applicant = await signInApplicant(server.base, '13800000097');
    const statusOf = (work: Promise<unknown>) =>
      work.then(
        () => 200,
        (error: ApiProblem) => error.status,
      );
    const withKey = new Partner(server.base, secret);
    for (const route of allRoutes.filter(({ access }) => access !== 'public')) {
      const path = route.path.replace(/\{\w+\}/g, '00000000-0000-7000-8000-000000000000');
      const own = Array.isArray(route.access) && route.access.includes('partner');
      const key = { key: 'somebody-else-1', body: {} };
      const options = route.method === 'get' || route.method === 'delete' ? {} : key;
      const status = await statusOf(withKey.call(route.method.toUpperCase(), path, options));
      if (own) assert.notEqual(status, 401, path);
      else assert.equal(status, 401, path);
      if (!own) continue;
      for (const client of [clerk, applicant, new ApiClient(server.base)])
        assert.equal(
          await statusOf(
            route.method === 'get' ? client.get(path) : client.request(route.method.toUpperCase(), path, {}),
          ),
          401,
          path,
        );
    }
    const other = await issue({ name: '另一个系统' });
    const { id } = await begin(partner, 'own-case-of-one');
    await assert.rejects(other.partner.call('GET', `/partner/cases/${String(id)}`), { code: 'notFound' });
  });

  it('does what its scopes say and no more, on record', async () => {
    const before = await recorded('apiScopeRefused');
    const reader = await issue({ rights: ['status'] });
    await assert.rejects(begin(reader.partner, 'reader-begins'), { code: 'apiScope' });
    await assert.rejects(reader.partner.call('GET', '/partner/progress/1234567890'), { code: 'apiScope' });
    const repair = await issue({ items: ['jxj-credit-repair'] });
    await assert.rejects(begin(repair.partner, 'repair-begins'), { code: 'apiScope' });
    const item = '/partner/items/scjg-food/operations/new';
    await assert.rejects(repair.partner.call('GET', item), { code: 'apiScope' });
    assert.equal((await recorded('apiScopeRefused')) - before, 4);
    const any = await issue({ items: [] });
    assert.ok(((await any.partner.call('GET', item))['materials'] as Json[]).length > 3);
    await assert.rejects(begin(any.partner, 'forged-1', { applicant: { ...applicant, source: 'card' } }), {
      code: 'invalidRequest',
    });
  });

  it('ends when it is revoked, renewed or expired, and keeps to its rate', async () => {
    const path = '/partner/items/scjg-food/operations/new';
    const gone = await issue();
    await admin.post(`/api-keys/${gone.id}/revoke`);
    await assert.rejects(gone.partner.call('GET', path), { code: 'apiKeyInvalid' });
    await assert.rejects(admin.post(`/api-keys/${gone.id}/secret`), { code: 'apiKeyRevoked' });
    const renewed = await issue();
    const { secret } = await admin.post(`/api-keys/${renewed.id}/secret`);
    await assert.rejects(renewed.partner.call('GET', path), { code: 'apiKeyInvalid' });
    await new Partner(server.base, String(secret)).call('GET', path);
    const slow = await issue({ perMinute: 2 });
    await slow.partner.call('GET', path);
    await slow.partner.call('GET', path);
    await assert.rejects(slow.partner.call('GET', path), { code: 'tooManyRequests' });
    await new Partner(server.base, String(secret)).call('GET', path);
    const short = await issue({ days: 1 });
    time.set(new Date(time.now().getTime() + 24 * 3600_000 + 1000));
    await assert.rejects(short.partner.call('GET', path), { code: 'apiKeyInvalid' });
    assert.equal((await listed(short.id))?.['state'], 'expired');
    assert.ok((await recorded('apiKeyRefused')) >= 3);
    assert.ok((await recorded('apiKeyRevoked')) >= 1);
  });
});
