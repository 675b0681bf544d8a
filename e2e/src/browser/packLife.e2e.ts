import assert from 'node:assert/strict';
import { after, describe, it } from 'node:test';
import type { Json } from '../../../scripts/journey/apiClient.ts';
import { closeBrowser, openVisit, type Visit } from './openVisit.ts';
import { as } from './prepareCases.ts';
import { press, tabTo, writeInto } from './reachByKeyboard.ts';
import { checked, renameStep } from './renameStep.ts';
import { signInThere } from './signInThere.ts';

const packCode = 'csglw-advert';

describe('the life of a pack', () => {
  after(closeBrowser);

  it('a colleague publishes meanwhile, which is shown; a retired pack begins nothing', async () => {
    const designer = await as('designer');
    const name = { 'zh-CN': '户外广告设置', en: 'Outdoor advertising' };
    const { files } = await designer.post('/packs', { packCode, name, template: null } as unknown as Json);
    const first = { files, baseVersion: 0, note: '首版' } as unknown as Json;
    await designer.post(`/packs/${packCode}/versions`, first);
    const visit = await openVisit();
    const { page } = visit;
    await signInThere(visit, 'designer');
    await page.getByRole('heading', { name: '流程设计' }).waitFor();
    await visit.go(`/designer/${packCode}`);
    await checked(page);

    // A colleague publishes while a change is being made: it is shown, and gone on from.
    await page.getByText('基于第 1 版').waitFor();
    await renameStep(page, /人工任务 ?.*审批/, '分管局长审批');
    await checked(page);
    // What is edited is kept at the server meanwhile.
    await page.getByText('有未发布的修改（已保存到服务器）').waitFor();
    const draft = await designer.get(`/packs/${packCode}/draft`);
    assert.deepEqual([draft['state'], draft['baseVersion']], ['linted', 1]);
    const live = await designer.get(`/packs/${packCode}`);
    await designer.post(`/packs/${packCode}/versions`, {
      files: (live['files'] as { path: string; text: string }[]).map((file) => ({
        ...file,
        text: file.text.replace('promised: 15 workday', 'promised: 12 workday'),
      })),
      baseVersion: 1,
      note: '承诺提速',
    } as unknown as Json);
    visit.expects(409);
    const dialog = await publish(visit, '再改环节名称');
    const conflict = dialog.getByRole('region', { name: '您打开之后，第 2 版已经发布' });
    await conflict.getByText('发布人：吴设计，说明：承诺提速').waitFor();
    await conflict.getByText('12个工作日').waitFor();
    await visit.look('designer-conflict');
    await press(page, conflict.getByRole('button', { name: '已看过差异，以第 2 版为基础继续' }));
    await dialog.getByRole('region', { name: '本次发布的差异' }).getByText('12个工作日').waitFor();
    await press(page, dialog.getByRole('button', { name: '发布', exact: true }), { most: 120 });
    await page.getByText('第 3 版已发布，新办件使用此版本。').waitFor();

    // Retired: found at the window, but nothing begins.
    await page.getByText('基于第 3 版').waitFor();
    await press(page, page.getByRole('button', { name: '版本列表' }), { back: true, most: 150 });
    const versions = page.getByRole('dialog', { name: '版本列表' });
    await visit.look('designer-versions');
    await press(page, versions.getByRole('button', { name: /停用 ?v3$/ }));
    const retiring = page.getByRole('dialog', { name: '停用第 3 版' });
    await writeInto(page, retiring.getByLabel('原因'), '改为备案');
    await press(page, retiring.getByRole('button', { name: '停用' }));
    await page.getByText(/此事项已停用（吴设计，.*改为备案/).waitFor();
    await visit.close();

    const window = await openVisit();
    await signInThere(window, 'clerk');
    await tabTo(window.page, window.page.getByRole('textbox', { name: /事项/ }));
    await window.page.keyboard.insertText('hwggsz');
    await window.page.getByText('不再受理新的办件：改为备案').waitFor();
    assert.equal(await window.page.getByRole('button', { name: /新办 ?户外广告设置/ }).count(), 0);
    await window.look('window-retired');
    await window.close();
  });

  it('a pack is made from a table of steps: what cannot be read is said at its line, then the diagram is laid out', async () => {
    const visit = await openVisit();
    const { page } = visit;
    await signInThere(visit, 'designer');
    await press(page, page.getByRole('button', { name: '新建办事包' }));
    const making = page.getByRole('dialog', { name: '新建办事包' });
    await writeInto(page, making.getByLabel('代码'), 'scjg-by-table');
    await writeInto(page, making.getByLabel('事项名称'), '表格事项');
    await writeInto(page, making.getByLabel('英文名称'), 'Item of a table');
    await tabTo(page, making.getByRole('radio', { name: /一人审批/ }));
    await visit.look('designer-gallery');
    const byTable = making.getByRole('radio', { name: /用表格描述/ });
    for (let presses = 0; presses < 12 && !(await byTable.isChecked()); presses += 1)
      await page.keyboard.press('ArrowDown');
    const steps = (unit: string) =>
      `环节\t岗位\t时限\t填写内容\n申请\t申请人\t\t事由、面积(数字)\n初审\t审批人员\t3${unit}\t初审意见\n复审\t审批人员\t2个工作日\t结论(选择:合格/不合格)\n局长决定\t负责人\t1个工作日`;
    await writeInto(page, making.getByLabel('环节表'), steps('天'));
    await making.getByText(/第 3 行.*“3天”不明确/).waitFor();
    await visit.look('designer-table-problem');
    await making.getByLabel('环节表').fill(steps('个工作日'));
    await making.getByText('读出 4 行').waitFor();
    await visit.look('designer-table');
    await press(page, making.getByRole('button', { name: '建立草稿' }));
    await page.locator('[data-element-id="step2"]').waitFor();
    await checked(page);
    await visit.look('designer-from-table');
    await visit.close();
  });
});

/** Opens the dialog, says what was changed and publishes; returns the dialog. */
async function publish({ page }: Visit, note: string) {
  await press(page, page.getByRole('button', { name: '发布', exact: true }), { back: true, most: 150 });
  const dialog = page.getByRole('dialog', { name: '发布新版本' });
  await writeInto(page, dialog.getByLabel('修改说明'), note);
  await press(page, dialog.getByRole('button', { name: '发布', exact: true }));
  return dialog;
}
