import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { createEngineClient } from '@onewindow/engine';
import { MongoClient } from 'mongodb';
import { decisionGranted, reviewPassed } from '../../../scripts/journey/foodLicense.ts';
import { completeStep, demoPassword, findTask } from '../../../scripts/journey/steps.ts';
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

  it('sees an automatic step whose attempts are used up, and tries it again', async () => {
    // given a refused case whose document cannot be made
    const { caseNo, processInstanceId, repair } = await caseThatStandsStill();
    const visit = await openVisit();
    const { page } = visit;
    await signInThere(visit, 'admin');
    await press(page, page.getByRole('link', { name: '运行维护' }));
    const line = page
      .getByRole('table', { name: '停住的自动环节' })
      .getByRole('row')
      .filter({ hasText: caseNo });
    await line.waitFor();
    assert.match(await line.innerText(), /issueRefusalDecision/);
    await visit.look('operations-incident');
    // when the cause is gone
    await repair();
    await press(page, page.getByRole('button', { name: `重试：${caseNo}` }));
    await page.getByText('已重试。').waitFor();
    await line.waitFor({ state: 'detached' });
    await visit.close();
    // then the case goes on to the window
    await findTask(await as('clerk'), caseNo, 'deliverRefusal', 60_000);
    assert.deepEqual(await engine.listIncidents({ processInstanceId }), []);
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

  /** A refused case whose person cannot be read, so that the document fails; its attempts are used up. */
  async function caseThatStandsStill(): Promise<{
    caseNo: string;
    processInstanceId: string;
    repair: () => Promise<void>;
  }> {
    const view = await acceptedCase();
    const [caseId, caseNo] = [String(view['id']), String(view['caseNo'])];
    const approver = await as('approver');
    const comment = '布局不符合要求';
    await completeStep(approver, caseNo, 'review', { outcome: 'reject', formData: reviewPassed, comment });
    const known = (await collection('cases').findOne({ _id: caseId })) as unknown as {
      sealedPerson: string;
      engine: { processInstanceId: string };
    };
    const keep = (sealedPerson: string) =>
      collection('cases').updateOne({ _id: caseId }, { $set: { sealedPerson } });
    const { processInstanceId } = known.engine;
    await keep(`nobody.${known.sealedPerson}`);
    await completeStep(approver, caseNo, 'decide', {
      ...{ outcome: 'refuse', comment, password: demoPassword },
      formData: decisionGranted,
    });
    // The worker tries it for minutes; what it found at the first attempt is what it finds at the last.
    await until('the document has failed', async () => {
      const [task] = await engine.listExternalTasks({ processInstanceId });
      return Boolean(task?.errorMessage);
    });
    const [task] = await engine.listExternalTasks({ processInstanceId });
    await engine.setExternalTaskRetries(String(task?.id), 0);
    return {
      caseNo,
      processInstanceId,
      async repair() {
        await keep(known.sealedPerson);
      },
    };
  }

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
