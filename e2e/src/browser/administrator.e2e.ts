import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { createEngineClient } from '@onewindow/engine';
import { MongoClient } from 'mongodb';
import { until } from '../faults/faultStack.ts';
import { closeBrowser, openVisit } from './openVisit.ts';
import { acceptedCase, as } from './prepareCases.ts';
import { press, writeInto } from './reachByKeyboard.ts';
import { signInThere } from './signInThere.ts';

describe('the administrator', () => {
  const mongo = new MongoClient(process.env['MONGODB_URI'] ?? '');
  const collection = (name: string) =>
    mongo.db(process.env['MONGODB_DATABASE'] ?? 'onewindow').collection<{ _id: string }>(name);

  const engine = createEngineClient({
    url: process.env['ENGINE_URL'] ?? '',
    user: process.env['ENGINE_USER'] ?? '',
    password: process.env['ENGINE_PASSWORD'] ?? '',
  });

  before(() => mongo.connect());
  after(async () => {
    await closeBrowser();
    await mongo.close();
  });

  it('sees a delivery that stands still, and frees it once the cause is gone', async () => {
    // given
    const { caseNo, processInstanceId, repair } = await caseThatCannotEnd();
    const visit = await openVisit();
    const { page } = visit;
    await signInThere(visit, 'admin');
    await press(page, page.getByRole('link', { name: '运行维护' }));
    const parked = page.getByRole('table', { name: '停住的投递' });
    const line = parked.getByRole('row').filter({ hasText: caseNo });
    await line.waitFor();
    assert.match(await line.innerText(), /流程引擎/);
    await visit.look('operations');
    // when it is freed too early, then the page says so and it stays
    const release = page.getByRole('button', { name: `恢复投递：${caseNo}` });
    await press(page, release);
    await page.getByText('仍然无法投递').waitFor();
    // The button takes no key before the list has been read anew.
    await page.locator('.ant-btn-loading').waitFor({ state: 'detached' });
    // when the cause is gone
    await repair();
    await press(page, release, { back: true });
    await page.getByText('已恢复投递。').waitFor();
    await line.waitFor({ state: 'detached' });
    await visit.look('operations-freed');
    await visit.close();
    // then the process has ended
    assert.ok((await engine.getHistoricInstance(processInstanceId)).endTime);
  });

  it('gives another system a key, shows its secret once and revokes it, without a mouse', async () => {
    const visit = await openVisit();
    const { page } = visit;
    await signInThere(visit, 'admin');
    await press(page, page.getByRole('link', { name: '接口密钥' }));
    await press(page, page.getByRole('button', { name: '新建密钥' }));
    const name = `企业服务平台 ${Date.now()}`;
    await writeInto(page, page.getByLabel(/^系统名称/), name);
    await writeInto(page, page.getByLabel(/^负责单位/), '区政务服务局 李工');
    await visit.look('api-key-new');
    await press(page, page.getByRole('button', { name: '新建并显示密钥' }));
    const secret = page.getByLabel('密钥', { exact: true });
    await secret.waitFor();
    assert.match(await secret.inputValue(), /^owk_[\w-]{43}$/);
    await visit.look('api-key-secret');
    await press(page, page.getByRole('button', { name: '已保存，关闭' }));
    const line = page.getByRole('row').filter({ hasText: name });
    await press(page, line.getByRole('button', { name: /吊销/ }), { most: 200 });
    await press(page, page.getByRole('dialog').getByRole('button', { name: /^吊 ?销$/ }));
    await line.getByText('已吊销').waitFor();
    await visit.look('api-keys');
    await visit.close();
  });

  /** A withdrawn case whose process cannot be ended, because it no longer says which one it is. */
  async function caseThatCannotEnd(): Promise<{
    caseNo: string;
    processInstanceId: string;
    repair: () => Promise<void>;
  }> {
    const view = await acceptedCase();
    const caseId = String(view['id']);
    const { engine } = (await collection('cases').findOne({ _id: caseId })) as unknown as {
      engine: { processInstanceId: string };
    };
    await collection('cases').updateOne({ _id: caseId }, { $unset: { 'engine.processInstanceId': 1 } });
    await (await as('clerk')).post(`/cases/${caseId}/withdraw`, { reason: '不再经营' });
    await until('the end is parked', async () => {
      const entry = await collection('outbox').findOne({ caseId, type: 'cancelCase', state: 'parked' });
      return entry !== null;
    });
    return {
      caseNo: String(view['caseNo']),
      processInstanceId: engine.processInstanceId,
      async repair() {
        await collection('cases').updateOne(
          { _id: caseId },
          { $set: { engine: { ...engine, state: 'started' } } },
        );
      },
    };
  }
});
