import assert from 'node:assert/strict';
import { after, describe, it } from 'node:test';
import { keepWork } from './keptWork.ts';
import { closeBrowser, openVisit, type Visit } from './openVisit.ts';
import { as } from './prepareCases.ts';
import { press, tabTo, untilFocused, writeInto } from './reachByKeyboard.ts';
import { signInThere } from './signInThere.ts';

interface PackFile {
  readonly path: string;
  readonly text: string;
}

/** Opens the food license in the designer; with edits that were kept in this browser, goes on with them. */
async function openFood(edits: readonly (readonly [string, string | RegExp, string])[]): Promise<Visit> {
  const designer = await as('designer');
  // Whatever another journey left.
  await designer.delete('/packs/scjg-food/draft');
  const pack = await designer.get('/packs/scjg-food');
  const files = (pack['files'] as PackFile[]).map((file) => ({
    path: file.path,
    text: edits.reduce((text, [path, find, put]) => {
      if (path !== file.path) return text;
      assert.notEqual(text.search(find), -1, `${path} has ${find}`);
      return text.replace(find, put);
    }, file.text),
  }));
  const visit = await openVisit();
  await signInThere(visit, 'designer');
  await visit.page.getByRole('heading', { name: '流程设计' }).waitFor();
  await keepWork(visit.page, 'designer', 'scjg-food', { baseVersion: pack['version'], files });
  await visit.go('/designer/scjg-food');
  await press(visit.page, visit.page.getByRole('button', { name: '继续修改' }));
  return visit;
}

describe('the parts of a pack beside its process', () => {
  after(closeBrowser);
  after(async () => (await as('designer')).delete('/packs/scjg-food/draft'));

  it('fixes a finding with one key, shows what a limit means, places a field on the license, all by keyboard', async () => {
    const visit = await openFood([
      ['process.bpmn', 'isExecutable="true"', 'isExecutable="false"'],
      ['license.yaml', '{{issuer.name}}', '{{issuer.nam}}'],
      ['pack.yaml', /^ {2}promised: \d+ workday/m, '  promised: 12 workday'],
      ['pack.yaml', 'en: New license}', 'en: New license }'],
    ]);
    const { page } = visit;
    const findings = page.getByRole('region', { name: '检查结果' });
    const status = findings.getByRole('status');
    await status.filter({ hasText: '3 个错误' }).waitFor();
    await visit.look('contents-findings');

    // The key F on a finding does what there is one answer for; it is told, and undo takes it back.
    const executable = findings.getByRole('button', { name: /没有标为可执行/ });
    await tabTo(page, executable, { most: 200 });
    await page.keyboard.press('f');
    await findings.getByText('已改正：标为可执行。可以撤销。').waitFor();
    await status.filter({ hasText: '2 个错误' }).waitFor();
    await page.getByRole('button', { name: /^撤\s*销$/ }).focus();
    await page.keyboard.press('Enter');
    await status.filter({ hasText: '3 个错误' }).waitFor();
    await press(page, findings.getByRole('button', { name: '改正有唯一改法的 2 处' }), { most: 200 });
    await status.filter({ hasText: '1 个错误' }).waitFor();

    // The other leads to its field.
    await press(page, findings.getByRole('button', { name: /承诺时限.*可能晚于法定时限/ }), { most: 200 });
    const promised = page.getByRole('spinbutton', { name: '承诺时限：数量', exact: true });
    await promised.waitFor();
    await untilFocused(promised);
    await page.keyboard.press('Control+A');
    await page.keyboard.type('8');
    await status.filter({ hasText: '没有发现问题' }).waitFor();

    // A day is chosen: the dates stand in picture, table and explanation (clocks.md, from Monday 2026-11-02).
    await page.getByLabel('起算日').fill('2026-11-02');
    await page.getByLabel('时刻').fill('09:00');
    const table = page.getByRole('table', { name: '时限图的数据' });
    await table.getByRole('row', { name: /^法定时限.*11-16 18:00/ }).waitFor();
    await table.getByRole('row', { name: /^承诺时限.*11-12 18:00/ }).waitFor();
    await page.getByText(/各环节依次办完是 11-11 18:00，比承诺时限早 1 个工作日/).waitFor();
    await page.getByLabel('假如启动特别程序').selectOption({ label: '检验' });
    await page.getByLabel('从哪天起暂停').fill('2026-11-05');
    await page.getByLabel('暂停几天').fill('7');
    await page.getByText('法定时限从 11-16 18:00 移到 11-23 18:00。').waitFor();
    const why = page.locator('summary', { hasText: '法定时限是怎样算出来的' });
    await tabTo(page, why, { most: 40 });
    await page.keyboard.press('Enter');
    await page.locator('details[open]').getByText('2026-11-05 星期四，暂停：检验：不计入').waitFor();
    await visit.look('contents-limits', { full: true });

    // A field of the form is put on the license and stands in the drawing.
    await page.getByRole('tab', { name: '证照' }).focus();
    await page.keyboard.press('Enter');
    const preview = page.getByRole('region', { name: '预览' });
    await preview.getByText(/一般长度：/).waitFor();
    await preview.locator('canvas').waitFor();
    const source = page.getByLabel('添加：来自');
    await tabTo(page, source, { most: 120 });
    await source.selectOption({ label: '联系电话' });
    await press(page, page.getByRole('button', { name: '添加字段' }));
    const added = page.getByRole('listitem').filter({ has: page.getByLabel('内容（联系电话）') });
    await added.waitFor();
    await press(page, added.getByRole('button', { name: '上移：联系电话' }), { back: true });
    await tabTo(page, added.getByLabel('名称', { exact: true }), { back: true });
    await page.keyboard.press('Control+A');
    await page.keyboard.insertText('门店电话');
    await page.keyboard.press('Enter');
    // Labels are spread over their width.
    await preview.getByText(/门\s*店\s*电\s*话/).waitFor({ state: 'attached' });
    await preview.getByText(/很长的内容：/).waitFor();
    await visit.look('contents-license');
    await page.setViewportSize({ width: 1920, height: 1080 });
    await visit.look('contents-license-wide');
    await page.setViewportSize({ width: 1366, height: 768 });

    await visit.close();
  });

  it('edits materials, notices, the item and missing texts without a mouse; undone, nothing has changed', async () => {
    const visit = await openFood([
      ['pack.yaml', 'name: {zh-CN: 新办, en: New license}', 'name: {zh-CN: 新办, en: }'],
    ]);
    const { page } = visit;
    const findings = page.getByRole('region', { name: '检查结果' });
    const undo = page.getByRole('button', { name: /^撤\s*销$/ });
    const open = async (name: string) => {
      await page.getByRole('tab', { name }).focus();
      await page.keyboard.press('Enter');
    };
    // What is missing comes first; filled in, the finding is gone.
    await findings.getByRole('status').filter({ hasText: '1 个错误' }).waitFor();
    await open('文字');
    await page.getByText('只看缺少的（1）').waitFor();
    await visit.look('contents-texts');
    await writeInto(page, page.getByRole('textbox', { name: '办理类型 › 新办 › 名称：英文' }), 'New license');
    await page.keyboard.press('Enter');
    await findings.getByRole('status').filter({ hasText: '没有发现问题' }).waitFor();

    await open('材料');
    await press(page, page.getByRole('button', { name: '下移：经营场所平面图' }), { most: 120 });
    await page.getByText('“经营场所平面图”现在排在第 4 位。').waitFor({ state: 'attached' });
    const plan = page
      .getByRole('listitem')
      .filter({ has: page.getByRole('button', { name: '上移：经营场所平面图' }) });
    await press(page, plan.locator('summary').first(), { most: 20 });
    await plan.getByRole('checkbox', { name: '关键材料（不得容缺）' }).press('Space');
    await plan.getByLabel('容缺受理后多久内补齐：单位').selectOption('workday');
    await plan.getByRole('checkbox', { name: '变更' }).press('Space');
    await visit.look('contents-materials', { full: true });

    await open('通知');
    const list = page.getByRole('navigation', { name: '通知和文书' });
    await list.getByLabel('新建通知').first().selectOption({ label: '可以领取' });
    await press(page, list.getByRole('button', { name: '新建通知' }), { most: 60 });
    await page.getByRole('heading', { name: '您的证照可以领取了' }).waitFor();
    await page.getByLabel('在标题（中文）末尾插入').selectOption({ label: '证照编号' });
    await press(page, page.getByRole('button', { name: '插入：标题（中文）' }), { most: 60 });
    await page.getByText('您的证照可以领取了JY1101152026000001').waitFor();
    await visit.look('contents-notices');

    await open('事项');
    await writeInto(page, page.getByLabel('别名（每行一个）'), '食品证\n开饭馆');
    await page.keyboard.press('Tab');
    await visit.look('contents-item', { full: true });

    for (let steps = 0; steps < 20 && (await undo.isEnabled()); steps += 1) await undo.press('Enter');
    await findings.getByRole('status').filter({ hasText: '1 个错误' }).waitFor();
    await page.getByText('有未发布的修改（已保存到服务器）').waitFor();
    await visit.close();
  });
});
