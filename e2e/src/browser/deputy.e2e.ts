import assert from 'node:assert/strict';
import { after, describe, it } from 'node:test';
import type { Page } from 'playwright-core';
import { findTask } from '../../../scripts/journey/steps.ts';
import { fieldNamed } from './fieldNamed.ts';
import { closeBrowser, openVisit } from './openVisit.ts';
import { acceptedCase, as, today } from './prepareCases.ts';
import { chooseRadio, press, tabTo, writeInto } from './reachByKeyboard.ts';
import { signInThere } from './signInThere.ts';
import { writeDay } from './writeDay.ts';

/** Chooses an entry of a list by writing its beginning. */
async function choose(page: Page, label: string | RegExp, text: string): Promise<void> {
  await tabTo(page, page.getByRole('combobox', { name: label }), { most: 120 });
  await page.keyboard.press('ArrowDown');
  await page.keyboard.insertText(text);
  await page.locator('.ant-select-item-option-active').getByText(text).waitFor();
  await page.keyboard.press('Enter');
}

/** The latest cases first, whatever other journeys have left in the queue. */
async function latestFirst(page: Page): Promise<void> {
  const head = page.getByRole('columnheader').getByRole('button', { name: '办件编号' });
  await press(page, head, { most: 120 });
  await page
    .getByRole('columnheader', { name: '办件编号' })
    .and(page.locator('[aria-sort=ascending]'))
    .waitFor();
  await page.keyboard.press('Enter');
  await page
    .getByRole('columnheader', { name: '办件编号' })
    .and(page.locator('[aria-sort=descending]'))
    .waitFor();
}

describe('the inbox and the people of a department', () => {
  after(closeBrowser);

  it('a deputy takes and completes what an absent colleague holds; bulk claim; a shared view; back keeps the place', async () => {
    const numbers: string[] = [];
    for (let at = 0; at < 3; at += 1) numbers.push(String((await acceptedCase())['caseNo']));
    const [held = '', one = '', two = ''] = numbers;
    const headApi = await as('head');
    const task = await findTask(headApi, held, 'review');
    await headApi.post(`/tasks/${String(task['id'])}/claim`);

    // The head goes on leave and names a deputy.
    const head = await openVisit();
    await signInThere(head, 'head');
    await press(head.page, head.page.getByRole('link', { name: '人员', exact: true }), { most: 400 });
    await head.page.getByRole('heading', { name: '人员' }).waitFor();
    await press(head.page, head.page.getByRole('button', { name: '登记请假', exact: true }));
    const absence = head.page.getByRole('dialog', { name: '登记请假' });
    await writeDay(head.page, absence.getByLabel(/^第一天/), today);
    await writeDay(head.page, absence.getByLabel(/^最后一天/), today);
    await choose(head.page, /^代理人/, '孙审批');
    await head.look('absence-dialog');
    await press(head.page, absence.getByRole('button', { name: '登记请假并确定代理' }));
    await absence.waitFor({ state: 'detached' });
    const row = head.page.getByRole('row', { name: /李局长/ });
    await row.getByText('请假中').waitFor();
    await head.look('people-absences');

    // The deputy sees it in a view of its own and takes it over with one key.
    const visit = await openVisit();
    const { page } = visit;
    await signInThere(visit, 'approver');
    const absent = page.getByRole('tab', { name: /代理的同事 \([1-9]\d*\)/ });
    await absent.waitFor();
    await tabTo(page, page.getByRole('tab', { selected: true }), { most: 400 });
    const focused = page.locator(':focus');
    for (let presses = 0; presses < 8; presses += 1) {
      const here = (await focused.textContent()) ?? '';
      if (here.includes('代理的同事')) break;
      await page.keyboard.press('ArrowRight');
      await focused.filter({ hasNotText: here }).waitFor();
    }
    await page.keyboard.press('Enter');
    await page.waitForURL(/view=absent/);
    await latestFirst(page);
    await tabTo(page, page.getByRole('link', { name: held }), { most: 120 });
    await visit.look('inbox-absent');
    await page.keyboard.press('c');
    await page.getByText('已接办。您的办理将记录为代办。').waitFor();
    await visit.go(`/inbox?view=mine&caseNo=${held}`);
    await page.getByText('代 李局长').waitFor();
    await tabTo(page, page.getByRole('link', { name: held }), { most: 120 });
    await page.keyboard.press('Enter');
    const form = page.locator('.ow-form-fields');
    for (const name of [
      '主体资格与营业执照一致',
      '经营项目与主体业态相适应',
      '平面图、布局和流程符合要求',
      '食品安全管理制度齐全',
    ])
      await chooseRadio(page, form.getByRole('radiogroup', { name }), 0);
    await writeInto(page, fieldNamed(form, '审查意见'), '申请材料齐全，内容真实，建议安排现场核查。');
    await press(page, page.getByRole('button', { name: /^审查通过/ }));
    await press(page, page.getByRole('dialog').getByRole('button', { name: '审查通过' }));
    await page.getByRole('heading', { name: '已提交' }).waitFor();
    await press(page, page.getByRole('link', { name: '查看办件' }));
    await page.getByText('孙审批（大兴区市场监督管理局）（代 李局长 办理）').first().waitFor();

    // Two tasks are claimed at once; one of them was claimed by somebody else meanwhile.
    await visit.go('/inbox');
    await latestFirst(page);
    for (const number of [one, two]) {
      await tabTo(page, page.getByRole('link', { name: number }), { most: 200 });
      await page.keyboard.press('x');
    }
    await page.getByText('已选 2 项').waitFor();
    await visit.look('inbox-selection');
    await press(page, page.getByRole('button', { name: '签收所选' }), { most: 200 });
    const bulk = page.getByRole('dialog', { name: '确认签收的任务' });
    for (const number of [one, two]) await bulk.getByRole('cell', { name: number }).waitFor();
    const quicker = await findTask(headApi, two, 'review');
    await headApi.post(`/tasks/${String(quicker['id'])}/claim`);
    await press(page, bulk.getByRole('button', { name: '签收 2 项' }));
    const result = page.getByRole('dialog', { name: '办理结果' });
    await result.getByText('成功 1 项，未成功 1 项。').waitFor();
    await result
      .getByRole('row', { name: new RegExp(two) })
      .getByText(/该任务已由 李局长 领取/)
      .waitFor();
    await visit.look('bulk-claim-result');
    await tabTo(page, result.getByRole('button', { name: /^关\s*闭$/ }).last());
    await page.keyboard.press('Enter');
    await result.waitFor({ state: 'detached' });

    // Back from a task: the same address, the same place, the keyboard where it was.
    const place = page.url();
    await tabTo(page, page.getByRole('link', { name: one }), { most: 200 });
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: '材料审查' }).waitFor();
    await page.goBack();
    await page.getByRole('link', { name: one }).waitFor();
    assert.equal(page.url(), place);
    await tabTo(page, page.getByRole('link', { name: one }), { most: 0 });

    // The view is kept and shared; the colleague finds it under its name.
    await press(page, page.getByRole('button', { name: '存为视图' }), { back: true, most: 200 });
    const save = page.getByRole('dialog', { name: '存为视图' });
    const name = `最新收件 ${one.slice(-6)}`;
    await writeInto(page, save.getByLabel(/^视图名称/), name);
    await tabTo(page, save.getByRole('checkbox', { name: '与本部门同事共享' }));
    await page.keyboard.press('Space');
    await visit.look('save-view');
    await press(page, save.getByRole('button', { name: /^保\s*存$/ }));
    await save.waitFor({ state: 'detached' });
    await head.go('/inbox');
    await choose(head.page, '已存视图', name);
    await head.page.waitForURL(/sort=number/);
    await head.page.getByRole('link', { name: two }).waitFor();
    await head.look('inbox-shared-view');

    // The keys are listed.
    await page.keyboard.press('?');
    await page.getByRole('dialog').getByText('签收任务或代同事接办').waitFor();
    await page.keyboard.press('Escape');

    // Back at work: nobody stands in any more.
    await head.go('/people');
    await press(head.page, head.page.getByRole('button', { name: /^结束请假/ }));
    await press(head.page, head.page.getByRole('dialog').getByRole('button', { name: '结束请假' }));
    await row.waitFor({ state: 'detached' });
    await head.go('/people?view=workload');
    await head.page.getByRole('row', { name: /孙审批/ }).waitFor();
    await head.look('people-workload');
    await press(head.page, head.page.getByRole('button', { name: /^移交工作\s*孙审批/ }), { most: 120 });
    const leave = head.page.getByRole('dialog', { name: '移交 孙审批 的工作' });
    await press(head.page, leave.getByRole('button', { name: '按工作量分配' }));
    await head.look('hand-over');
    await head.page.keyboard.press('Escape');
    await head.close();
    await visit.close();
  });

  it('the head has new tasks assigned by area, and everything fits a phone', async () => {
    const visit = await openVisit('phone');
    const { page } = visit;
    await signInThere(visit, 'head');
    await page.getByRole('heading', { name: '待办任务' }).waitFor();
    await page.getByRole('button', { name: '导出 Excel' }).waitFor();
    await visit.look('inbox-desk');
    await visit.go('/people?view=rules');
    await press(page, page.getByRole('button', { name: '新增规则' }));
    const dialog = page.getByRole('dialog', { name: '新增规则' });
    await choose(page, '事项', '特种设备');
    await chooseRadio(page, dialog.getByRole('radiogroup', { name: '分派方式' }), 2);
    await choose(page, /^参加人员/, '孙审批');
    await page.keyboard.press('Escape');
    await choose(page, '孙审批 负责的区域', '黄村镇');
    await visit.look('rule-dialog');
    await page.keyboard.press('Escape');
    await press(page, dialog.getByRole('button', { name: '保存规则' }));
    await dialog.waitFor({ state: 'detached' });
    await page.getByText('按区域').waitFor();
    await visit.look('people-rules');
    await press(page, page.getByRole('button', { name: /^删除规则/ }));
    await press(page, page.getByRole('dialog').getByRole('button', { name: '删除规则' }));
    await page.getByText('没有规则：').waitFor();
    await visit.close();
  });
});
