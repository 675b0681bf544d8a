import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { type ApiClient, ApiProblem, type Json } from '../../../scripts/journey/apiClient.ts';
import { signIn } from '../../../scripts/journey/steps.ts';
import { startTestServer, type TestServer } from '../testing/startTestServer.ts';

const threads = '/packs/scjg-food/threads';

describe('comments on the elements of a pack', () => {
  let server: TestServer;
  let designer: ApiClient;
  let second: ApiClient;

  before(async () => {
    server = await startTestServer({ workers: false, packs: ['scjg-food'] });
    designer = await signIn(server.base, 'designer');
    second = await signIn(server.base, 'designer2');
  });
  after(() => server.close());

  it('a thread is begun, answered, settled, and open again with the next answer', async () => {
    const begun = await designer.post(threads, {
      element: 'review',
      elementName: '审查',
      text: '  三个工作日够吗？ ',
    });
    const one = `${threads}/${String(begun['id'])}`;
    await second.post(`${one}/messages`, { text: '去年平均 2.1 天。' });
    const settled = await second.put(`${one}/state`, { resolved: true });
    assert.deepEqual([settled['state'], settled['resolvedBy']], ['resolved', '钱设计']);
    assert.equal((await second.put(`${one}/state`, { resolved: true }))['resolvedAt'], settled['resolvedAt']);
    const open = await designer.post(`${one}/messages`, { text: '旺季呢？' });
    assert.deepEqual([open['state'], open['resolvedBy']], ['open', null]);
    const [read] = (await second.get(threads))['items'] as Json[];
    assert.ok(read);
    assert.deepEqual([read['element'], read['elementName']], ['review', '审查']);
    assert.deepEqual(
      (read['messages'] as Json[]).map(({ by, text, mine }) => [by, text, mine]),
      [
        ['吴设计', '三个工作日够吗？', false],
        ['钱设计', '去年平均 2.1 天。', true],
        ['吴设计', '旺季呢？', false],
      ],
    );
  });

  it('who is mentioned gets one note, which is read with the comments; only designers can be', async () => {
    const colleagues = (await designer.get('/packs/scjg-food/colleagues'))['items'] as Json[];
    const other = colleagues.find(({ name }) => name === '钱设计');
    assert.ok(other);
    assert.ok(!colleagues.some(({ name }) => name === '吴设计'));
    const told = { text: '@钱设计 请看', mentions: [other['id'], other['id']] };
    const begun = await designer.post(threads, { element: 'review', elementName: '审查', ...told });
    await designer.post(`${threads}/${String(begun['id'])}/messages`, told);
    assert.equal((await second.get('/mentions/counts'))['unread'], 2);
    const [note] = (await second.get('/mentions'))['items'] as Json[];
    assert.deepEqual(
      [note?.['packCode'], note?.['by'], note?.['state'], note?.['caseId']],
      ['scjg-food', '吴设计', 'unread', ''],
    );
    assert.equal((note?.['packName'] as Json | undefined)?.['zh-CN'], '食品经营许可');
    await second.put('/packs/mzj-elderly-subsidy/mentions/read', {});
    assert.equal((await second.get('/mentions/counts'))['unread'], 2);
    await second.put('/packs/scjg-food/mentions/read', {});
    assert.equal((await second.get('/mentions/counts'))['unread'], 0);
    const clerk = await signIn(server.base, 'clerk');
    const me = await clerk.get('/session');
    const id = String((me['user'] as Json | undefined)?.['id'] ?? me['id']);
    await refusedWith(designer.post(threads, { text: '@', mentions: [id] }), 422, 'mentionUnknown');
    await refusedWith(clerk.get('/packs/scjg-food/colleagues'), 403, 'forbidden');
  });

  it('two who answer at once are both heard', async () => {
    const { id } = await designer.post(threads, { text: '关于整个办事包' });
    const path = `${threads}/${String(id)}/messages`;
    await Promise.all([designer.post(path, { text: '一' }), second.post(path, { text: '二' })]);
    const items = (await designer.get(threads))['items'] as Json[];
    const { messages = [] } = items.find((item) => item['id'] === id) as { messages?: Json[] };
    assert.deepEqual(messages.map(({ text }) => text).sort(), ['一', '二', '关于整个办事包']);
  });

  it('nothing is said about a pack that there is not, nor in a thread of another pack, nor without words', async () => {
    await refusedWith(designer.post('/packs/no-such-pack/threads', { text: '在吗' }), 404, 'itemUnknown');
    const { id } = await designer.post(threads, { text: '在' });
    await refusedWith(
      designer.post(`/packs/mzj-elderly-subsidy/threads/${String(id)}/messages`, { text: '在吗' }),
      404,
      'notFound',
    );
    await refusedWith(designer.post(threads, { element: 'review', text: '  ' }), 422, 'invalidRequest');
  });
});

async function refusedWith(call: Promise<unknown>, status: number, code: string): Promise<void> {
  const problem = await call.then(
    () => undefined,
    (error: unknown) => error,
  );
  assert.ok(problem instanceof ApiProblem, `not refused with ${code}`);
  assert.deepEqual([problem.status, problem.code], [status, code], problem.message);
}
