import assert from 'node:assert/strict';
import { after, describe, it } from 'node:test';
import type { Locator } from 'playwright-core';
import { samplePhoto } from '../../../scripts/journey/foodLicense.ts';
import { findTask } from '../../../scripts/journey/steps.ts';
import { chooseFile } from './chooseFile.ts';
import { fieldNamed } from './fieldNamed.ts';
import { closeBrowser, openVisit, type Screen, type Visit } from './openVisit.ts';
import { as } from './prepareCases.ts';
import { chooseRadio, press, tabTo, writeInto } from './reachByKeyboard.ts';
import { signInThere } from './signInThere.ts';

const photo = (name: string) => ({
  name,
  mimeType: 'image/jpeg',
  buffer: Buffer.from(samplePhoto(`${name}${Date.now()}`)),
});

/** Chooses the nth entry (from 1) of a select of a form by keyboard. */
async function chooseEntry(visit: Visit, field: Locator, downs: number): Promise<void> {
  await tabTo(visit.page, field);
  for (let down = 0; down < downs; down += 1) await visit.page.keyboard.press('ArrowDown');
}

/** Opens the task of a step as this person, takes it, and hands back its form. */
async function takeTask(visit: Visit, who: string, caseNo: string, step: string): Promise<Locator> {
  const { page } = visit;
  const task = await findTask(await as(who), caseNo, step);
  await visit.go(`/tasks/${String(task['id'])}`);
  await page.getByRole('button', { name: /^签收/ }).waitFor();
  await page.keyboard.press('Alt+KeyC');
  const form = page.locator('.ow-form-fields');
  await page.getByRole('button', { name: /^退回待签收/ }).waitFor();
  await form.waitFor();
  return form;
}

/** Sends the form of the task and confirms its outcome. */
async function complete(visit: Visit, outcome: string, button: RegExp = /^提交/): Promise<void> {
  const { page } = visit;
  await press(page, page.locator('.ow-sticky-actions').getByRole('button', { name: button }), { most: 80 });
  await press(page, page.getByRole('dialog').getByRole('button', { name: outcome }));
  await page.getByRole('heading', { name: '已提交' }).waitFor();
}

async function visitOf(who: string, screen: Screen = 'office'): Promise<Visit> {
  const visit = await openVisit(screen);
  await signInThere(visit, who);
  return visit;
}

describe('a case file of city appearance', () => {
  after(closeBrowser);

  it('is reported on a phone without a mouse, dispatched, dealt with, checked and closed', async () => {
    const place = `兴华大街${Date.now()}号门前`;
    const grid = await visitOf('grid', 'phone');
    const { page } = grid;
    await grid.go('/dispatch/report');
    await page.getByRole('heading', { name: '上报', level: 1 }).waitFor();
    const fields = page.locator('.ow-form-fields');
    await fields.waitFor();
    await grid.look('report-empty', { full: true });

    // Nothing filled in: what is missing is said at its place.
    await page.keyboard.press('Alt+KeyS');
    await page
      .getByText(/处需要/)
      .first()
      .waitFor();
    await page.getByText('请填写详细位置，至少两个字').waitFor();
    await grid.look('report-missing', { full: true });

    await chooseEntry(grid, fieldNamed(fields, '问题小类', 'combobox'), 1);
    await writeInto(page, fieldNamed(fields, '问题描述'), '路口北侧堆放生活垃圾');
    await writeInto(page, page.getByLabel('详细位置'), place);
    // What is filled in now is no fault any more.
    await page.getByText('请填写详细位置，至少两个字').waitFor({ state: 'hidden' });
    await chooseFile(page, page.getByRole('button', { name: '拍照或选择照片' }), photo('现场.jpg'));
    await page.getByRole('button', { name: '移除 现场.jpg' }).waitFor();
    // The photograph's own position is taken over.
    await page.getByText('东经 116.338，北纬 39.727').waitFor();
    await grid.look('report-filled', { full: true });
    await press(page, page.getByRole('button', { name: /^提交上报/ }));
    const done = page.getByText(/^案卷 \d{21} 已建立$/);
    const again = page.getByRole('heading', { name: /同一地点、同一类别已有/ });
    await done.or(again).waitFor();
    if (await again.isVisible()) {
      // Another run on this store has reported here: the operator's choice is part of the journey.
      await writeInto(page, page.getByLabel('另立案卷的理由'), '另一处垃圾');
      await press(page, page.getByRole('button', { name: '另立案卷' }));
      await done.waitFor();
    }
    await grid.look('report-done');
    const caseNo = /\d{21}/.exec(await done.innerText())?.[0] ?? '';

    // Reported a second time: shown, and merged.
    grid.expects(409);
    await press(page, page.getByRole('button', { name: '再报一件' }));
    await fields.waitFor();
    await chooseEntry(grid, fieldNamed(fields, '问题小类', 'combobox'), 1);
    await writeInto(page, fieldNamed(fields, '问题描述'), '还是那堆垃圾');
    await writeInto(page, page.getByLabel('详细位置'), place);
    await press(page, page.getByRole('button', { name: /^提交上报/ }));
    await page.getByRole('heading', { name: /同一地点、同一类别已有/ }).waitFor();
    await grid.look('report-duplicate', { full: true });
    await press(page, page.getByRole('button', { name: new RegExp(`并入此案卷.*${caseNo}`) }));
    await page.getByText(`已并入案卷 ${caseNo}`).waitFor();
    await grid.go('/dispatch?view=mine');
    await page.getByRole('link', { name: caseNo }).waitFor();
    await grid.look('case-files');

    const chief = await visitOf('chief');
    await chief.go('/dispatch');
    await chief.page.getByRole('link', { name: caseNo }).waitFor();
    await chief.look('case-files');
    let form = await takeTask(chief, 'chief', caseNo, 'open');
    await chooseRadio(chief.page, form.getByRole('radiogroup', { name: '审核意见' }), 0);
    await complete(chief, '立案');

    const dispatcher = await visitOf('dispatcher');
    form = await takeTask(dispatcher, 'dispatcher', caseNo, 'assign');
    await chooseEntry(dispatcher, fieldNamed(form, '处置部门', 'combobox'), 2);
    await complete(dispatcher, '派遣', /^派遣/);
    await dispatcher.close();

    const town = await visitOf('town');
    form = await takeTask(town, 'town', caseNo, 'answer');
    await chooseRadio(town.page, form.getByRole('radiogroup', { name: '是否接单' }), 0);
    await complete(town, '接单');
    form = await takeTask(town, 'town', caseNo, 'handle');
    await chooseRadio(town.page, form.getByRole('radiogroup', { name: '处理结果' }), 0);
    await writeInto(town.page, fieldNamed(form, '处置情况'), '已清运并冲洗地面');
    await chooseFile(town.page, form.getByRole('button', { name: /^拍照或选择照片/ }), photo('处置后.jpg'));
    await form.locator('.ow-thumb').waitFor();
    await town.look('dispatch-handle', { full: true });
    await complete(town, '处置完毕');
    await town.close();

    form = await takeTask(grid, 'grid', caseNo, 'verify');
    await chooseRadio(page, form.getByRole('radiogroup', { name: '核查结果' }), 0);
    await chooseFile(page, form.getByRole('button', { name: /^拍照或选择照片/ }), photo('核查.jpg'));
    await form.locator('.ow-thumb').waitFor();
    await grid.look('dispatch-verify', { full: true });
    await complete(grid, '核查通过');
    await grid.close();

    form = await takeTask(chief, 'chief', caseNo, 'close');
    await chooseRadio(chief.page, form.getByRole('radiogroup', { name: '结案意见' }), 0);
    await complete(chief, '结案');
    await chief.go('/dispatch?view=ended');
    await chief.page.getByRole('link', { name: caseNo }).click();
    await chief.page.getByText('已结案', { exact: true }).first().waitFor();
    await chief.look('case-file', { full: true });
    const items = (await (await as('chief')).get('/dispatch/cases?state=ended'))['items'] as {
      caseNo: string;
    }[];
    assert.ok(items.some((entry) => entry.caseNo === caseNo));

    // The evaluation of this month, without a mouse: on a desk, and on a phone.
    await chief.go('/dispatch');
    await press(chief.page, chief.page.getByRole('link', { name: '综合评价' }));
    await chief.page.getByRole('row', { name: /黄村镇/ }).waitFor();
    await chief.look('dispatch-evaluation');
    await chief.close();
    const phone = await visitOf('chief', 'phone');
    await phone.go('/dispatch/evaluations');
    await phone.page.getByRole('rowheader', { name: /黄村镇/ }).waitFor();
    await phone.look('dispatch-evaluation', { full: true });
    await phone.close();
  });
});
