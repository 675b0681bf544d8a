import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { Json } from '../../../scripts/journey/apiClient.ts';
import { closeBrowser, openVisit } from './openVisit.ts';
import { as } from './prepareCases.ts';
import { tabTo } from './reachByKeyboard.ts';
import { signInThere } from './signInThere.ts';

const packCode = `signed-${process.pid}`;
const field = {
  type: 'file',
  key: 'inspectorSignature',
  label: '核查人员签名',
  input: true,
  storage: 'case',
  image: true,
  filePattern: '.png',
  fileMaxSize: '2MB',
  properties: { en: 'Signed by the inspector', signature: 'true' },
};

describe('signatures in the designer', () => {
  before(async () => {
    const designer = await as('designer');
    const named = { packCode, name: { 'zh-CN': '签名练习', en: 'Signed' }, template: 'scjg-food' };
    const draft = await designer.post('/packs', named as unknown as Json);
    const files = (draft['files'] as { path: string; text: string }[]).map(({ path, text }) => {
      // Two kinds of license must not have the same numbers.
      if (path === 'pack.yaml') return { path, text: text.replace("'JY{division}", "'QM{division}") };
      if (path !== 'forms/inspection.json') return { path, text };
      const form = JSON.parse(text) as { components: object[] };
      return { path, text: JSON.stringify({ ...form, components: [...form.components, field] }, null, 2) };
    });
    await designer.post(`/packs/${packCode}/versions`, { files, baseVersion: 0, note: '签名' } as never);
  });
  after(closeBrowser);

  it('are put on a license and a document without a mouse, and the preview draws a sample of each', async () => {
    const visit = await openVisit();
    await signInThere(visit, 'designer');
    const { page } = visit;
    await page.getByRole('heading', { name: '流程设计' }).waitFor();
    await visit.go(`/designer/${packCode}`);
    await page.getByRole('region', { name: '检查结果' }).waitFor({ timeout: 60_000 });
    // given the license, when the signature is ticked
    await page.getByRole('tab', { name: '证照', exact: true }).click();
    const group = page.getByRole('group', { name: '印上签名' });
    await tabTo(page, group.getByRole('checkbox', { name: '现场核查 · 核查人员签名' }), { most: 200 });
    await page.keyboard.press('Space');
    // then it has a box on the drawing that arrow keys move, and nothing reaches over the page
    const box = page.getByRole('button', { name: /^核查人员签名的位置：距左边 84 毫米/ });
    await tabTo(page, box, { most: 200 });
    await page.keyboard.press('Shift+ArrowRight');
    await page.getByRole('button', { name: /^核查人员签名的位置：距左边 94 毫米/ }).waitFor();
    assert.equal(await page.getByText('签名超出了页面').count(), 0);
    await page.getByText('正在绘制…').waitFor({ state: 'hidden' });
    // The drawing is a new one, and the keys still move the box.
    await page.keyboard.press('ArrowLeft');
    await page.getByRole('button', { name: /^核查人员签名的位置：距左边 93 毫米/ }).waitFor();
    await page.getByText('正在绘制…').waitFor({ state: 'hidden' });
    await group.scrollIntoViewIfNeeded();
    await visit.look('designer-license-signature');
    // and on a document likewise
    await page.getByRole('tab', { name: '通知', exact: true }).click();
    await page
      .getByRole('button', { name: /决定书/ })
      .first()
      .click();
    const printed = page.getByRole('group', { name: '印出签名' });
    const redrawn = page.waitForResponse(
      (answer) =>
        answer.url().includes('document-preview') &&
        answer.request().postData()?.includes('核查人员') === true,
    );
    await tabTo(page, printed.getByRole('checkbox', { name: '现场核查 · 核查人员签名' }), { most: 200 });
    await page.keyboard.press('Space');
    // The picture itself is taken out when the next one comes.
    const drawn = page.getByRole('region', { name: '印出来的样子' });
    await drawn.locator('canvas').first().waitFor();
    await redrawn;
    await drawn.scrollIntoViewIfNeeded();
    await visit.look('designer-document-signature');
    assert.equal(await page.getByText('已没有这个签名字段').count(), 0);
    await visit.close();
  });
});
