import assert from 'node:assert/strict';
import { after, describe, it } from 'node:test';
import type { Locator, Page } from 'playwright-core';
import type { ApiClient, Json } from '../../../scripts/journey/apiClient.ts';
import { restaurant, samplePdf } from '../../../scripts/journey/foodLicense.ts';
import { acceptCase, completeStep, demoPassword, findTask } from '../../../scripts/journey/steps.ts';
import { closeBrowser, openVisit, type Visit } from './openVisit.ts';
import { as } from './prepareCases.ts';
import { press, tabTo, writeInto } from './reachByKeyboard.ts';
import { checked, renameStep } from './renameStep.ts';
import { signInThere } from './signInThere.ts';

const packCode = `csglw-board-${process.pid}`;

describe('an approval designed from an empty page with the keyboard alone', () => {
  after(closeBrowser);

  it('two levels with form, condition, limit and license: rehearsed, published, run, changed, compared, rolled back', async () => {
    const visit = await openVisit();
    const { page } = visit;
    await signInThere(visit, 'designer');
    await begin(visit);
    await addLicense(page);
    await addField(page);
    await addCondition(page);
    await promise(page);
    await checked(page);
    await visit.look('whole-built');
    await rehearse(visit);

    await publish(page, '首版');
    await page.getByText('第 1 版已发布，新办件使用此版本。').waitFor();
    const clerk = await as('clerk');
    const done = await runCase(clerk);
    assert.equal(done['packVersion'], 1);
    const [license] = done['licenses'] as Json[];
    assert.ok(license, 'the case ends with a license');

    const running = await accepted(clerk);

    // Changed, compared by keys with what is live, published again; a case that runs stays on its version.
    await page.getByText('基于第 1 版').waitFor();
    await checked(page);
    await renameStep(page, /人工任务 ?审核/, '科室审核');
    await checked(page);
    await press(page, page.getByRole('button', { name: '比较版本' }), { back: true, most: 150 });
    const compared = page.getByRole('dialog', { name: '比较两个版本' });
    await compared
      .getByText(/人工任务“科室审核”/)
      .first()
      .waitFor();
    await visit.look('whole-compared');
    await page.keyboard.press('Escape');
    await compared.waitFor({ state: 'hidden' });
    await publish(page, '改环节名称');
    await page.getByText('第 2 版已发布，新办件使用此版本。').waitFor();
    await seesVersion(running, 1);
    await seesVersion(await accepted(clerk), 2);

    // Back to version 1 in one act.
    await page.getByText('基于第 2 版').waitFor();
    await press(page, page.getByRole('button', { name: '版本列表' }), { back: true, most: 150 });
    const versions = page.getByRole('dialog', { name: '版本列表' });
    await press(page, versions.getByRole('button', { name: /回退到此版本 ?v1$/ }));
    const back = page.getByRole('dialog', { name: '回退到第 1 版' });
    await back.getByRole('row', { name: /人工任务“审核”/ }).waitFor();
    await visit.look('designer-roll-back');
    await writeInto(page, back.getByLabel('原因'), '新名称有误');
    await press(page, back.getByRole('button', { name: '回退并发布' }));
    await page.getByText('已回退：第 3 版已发布。').waitFor();
    await page.getByText('基于第 3 版').waitFor();
    assert.equal((await draftOf(clerk))['packVersion'], 3);
    await visit.close();
  });
});

/** A new pack from the starting point of two levels. */
async function begin(visit: Visit): Promise<void> {
  const { page } = visit;
  await press(page, page.getByRole('button', { name: '新建办事包' }));
  const making = page.getByRole('dialog', { name: '新建办事包' });
  await writeInto(page, making.getByLabel('代码'), packCode);
  await writeInto(page, making.getByLabel('事项名称'), '广告牌设置');
  await writeInto(page, making.getByLabel('英文名称'), 'Advertising boards');
  await tabTo(page, making.getByRole('radio', { name: /一人审批/ }));
  await page.keyboard.press('ArrowDown');
  assert.ok(await making.getByRole('radio', { name: /两级审批/ }).isChecked());
  await visit.look('designer-new-pack');
  await press(page, making.getByRole('button', { name: '建立草稿' }));
  await page.getByRole('heading', { name: '广告牌设置', exact: true }).waitFor();
  await checked(page);
}

/** The block that issues a license, on the branch that grants; the license gets its name and numbering. */
async function addLicense(page: Page): Promise<void> {
  await press(page, page.getByRole('button', { name: '插入积木' }), { back: true, most: 150 });
  const dialog = page.getByRole('dialog', { name: '插入积木' });
  await writeInto(page, dialog.getByLabel('查找积木'), '制发决定书和证照');
  await dialog.getByRole('heading', { name: '制发决定书和证照' }).waitFor();
  await choose(page, dialog.getByLabel('插入到'), '“负责人决定？”到“制发准予');
  await press(page, dialog.getByRole('button', { name: /^插 ?入$/ }));
  await dialog.waitFor({ state: 'hidden' });
  await openTab(page, '证照');
  await writeInto(page, page.getByLabel('证照名称（中文）'), '广告牌设置许可证');
  await page.keyboard.press('Tab');
  await writeInto(page, page.getByLabel('编号规则'), 'GGP{division}{year}{serial:5}');
  await page.keyboard.press('Tab');
}

/** One more field in the application form. */
async function addField(page: Page): Promise<void> {
  await openTab(page, '表单');
  const outline = page.getByRole('navigation', { name: '字段清单' });
  await press(page, outline.getByRole('button', { name: '添加字段' }), { most: 150 });
  const adding = page.getByRole('dialog', { name: '添加字段' });
  await writeInto(page, adding.getByLabel('查找字段类型'), '数字');
  await press(page, adding.getByRole('button', { name: '数字', exact: true }));
  await adding.waitFor({ state: 'hidden' });
  const panel = page.getByRole('region', { name: '字段属性' });
  await writeInto(page, panel.getByRole('textbox', { name: '名称（中文）' }), '广告面积');
  await writeInto(page, panel.getByRole('textbox', { name: '名称（英文）' }), 'Area of the board');
  await page.keyboard.press('Tab');
}

/** Sending back is for boards of some size only: the field just made is asked in a condition. */
async function addCondition(page: Page): Promise<void> {
  await openTab(page, '流程');
  const outline = page.getByRole('navigation', { name: '元素清单' });
  await press(page, outline.getByRole('button', { name: /连线 ?退回上一步/ }).first(), { most: 150 });
  const panel = page.getByRole('region', { name: '属性' });
  await press(page, panel.getByRole('button', { name: '添加条件', exact: true }).first(), { most: 150 });
  await choose(page, panel.getByRole('combobox', { name: '依据' }).last(), '广告面积');
  await choose(page, panel.getByRole('combobox', { name: '比较' }).last(), '不小于');
  await writeInto(page, panel.getByRole('textbox', { name: '值' }).last(), '1');
  await page.keyboard.press('Enter');
  await panel
    .getByText(/广告面积.* 不小于 1/)
    .first()
    .waitFor();
}

async function promise(page: Page): Promise<void> {
  await openTab(page, '时限');
  const promised = page.getByRole('spinbutton', { name: '承诺时限：数量', exact: true });
  await tabTo(page, promised, { most: 150 });
  await page.keyboard.press('Control+A');
  await page.keyboard.type('12');
  await page.keyboard.press('Tab');
  await openTab(page, '流程');
}

/** From the window to the license, in every role, on the real engine. */
async function rehearse(visit: Visit): Promise<void> {
  const { page } = visit;
  await press(page, page.getByRole('button', { name: /^演\s*练$/ }), { back: true, most: 150 });
  const drawer = page.getByRole('dialog', { name: /^演练：/ });
  const act = async (name: RegExp, options = {}) =>
    press(page, drawer.getByRole('button', { name }).first(), { most: 150, ...options });
  const fill = async (label: RegExp, text: string) =>
    writeInto(page, drawer.getByRole('textbox', { name: label }).first(), text);
  await drawer.getByRole('button', { name: /^收\s*件$/ }).waitFor({ timeout: 30_000 });
  await fill(/申请内容/, '设置路名牌一处');
  await act(/^收\s*件$/);
  await act(/^受\s*理$/);
  for (const [step, label, outcome] of [
    ['受理审查', /审查意见/, /^通\s*过$/],
    ['审核', /审核意见/, /^通\s*过$/],
    ['负责人决定', /决定理由/, /^准\s*予$/],
  ] as const) {
    await drawer.getByRole('heading', { name: step }).waitFor({ timeout: 30_000 });
    await fill(label, '符合要求。');
    await act(outcome);
  }
  await drawer.getByRole('heading', { name: '窗口送达' }).waitFor({ timeout: 30_000 });
  await visit.look('whole-rehearsed');
  await page.keyboard.press('Escape');
  await drawer.waitFor({ state: 'hidden' });
}

/** Opens the dialog, says what was changed and publishes. */
async function publish(page: Page, note: string): Promise<void> {
  await press(page, page.getByRole('button', { name: '发布', exact: true }), { back: true, most: 150 });
  const dialog = page.getByRole('dialog', { name: '发布新版本' });
  await writeInto(page, dialog.getByLabel('修改说明'), note);
  await press(page, dialog.getByRole('button', { name: '发布', exact: true }), { most: 120 });
}

/** Goes to a tab of the designer. */
async function openTab(page: Page, name: string): Promise<void> {
  const tab = page.getByRole('tab', { name, exact: false });
  await tabTo(page, page.getByRole('tab', { selected: true }).first(), { back: true, most: 200 });
  for (let presses = 0; presses < 12; presses += 1) {
    if (await page.getByRole('tab', { name }).and(page.locator(':focus')).count()) break;
    await page.keyboard.press('ArrowRight');
  }
  await page.keyboard.press('Enter');
  await tab.and(page.locator('[aria-selected="true"]')).waitFor();
}

/** Chooses in a native select with the arrow keys. */
async function choose(page: Page, select: Locator, label: string): Promise<void> {
  await tabTo(page, select, { most: 150 });
  const shown = () =>
    select.evaluate<string, { selectedOptions: readonly { text: string }[] }>(
      (box) => box.selectedOptions[0]?.text ?? '',
    );
  await page.keyboard.press('Home');
  for (let presses = 0; presses < 40 && !(await shown()).includes(label); presses += 1)
    await page.keyboard.press('ArrowDown');
  assert.ok((await shown()).includes(label), `${label} can be chosen`);
}

function draftOf(clerk: ApiClient): Promise<Json> {
  return clerk.post('/cases', {
    ...{ packCode, operation: 'new', applicant: restaurant },
    formData: { matter: '设置门头灯箱一处', number: 6 },
  });
}

/** A case of the live version that has been accepted; gives its id. */
async function accepted(clerk: ApiClient): Promise<string> {
  const id = String((await draftOf(clerk))['id']);
  await clerk.upload(`/cases/${id}/materials/application/files`, {
    ...{ name: '申请书.pdf', bytes: samplePdf('application'), type: 'application/pdf' },
  });
  await acceptCase(clerk, id);
  return id;
}

/** Looks at the page of a case: which version of the pack it is on. */
async function seesVersion(caseId: string, version: number): Promise<void> {
  const visit = await openVisit();
  await signInThere(visit, 'clerk');
  await visit.page.getByRole('heading', { level: 1 }).first().waitFor();
  await visit.go(`/cases/${caseId}`);
  await visit.page.getByText('办事包版本').first().waitFor();
  await visit.page.getByText(`第 ${version} 版`, { exact: true }).first().waitFor();
  await visit.look(`whole-case-of-version-${version}`);
  await visit.close();
}

/** A case through the API from the window to its license. */
async function runCase(clerk: ApiClient): Promise<Json> {
  const id = await accepted(clerk);
  const { caseNo } = await clerk.get(`/cases/${id}`);
  const [approver, head] = [await as('approver'), await as('head')];
  for (const step of ['step1', 'step2'])
    await completeStep(approver, String(caseNo), step, { outcome: 'pass', formData: { field1: '符合。' } });
  await completeStep(head, String(caseNo), 'decide', {
    ...{ outcome: 'grant', password: demoPassword },
    formData: { reason: '符合条件。', legalGround: '《中华人民共和国行政许可法》第三十八条' },
  });
  await findTask(clerk, String(caseNo), 'deliver', 60_000);
  return clerk.get(`/cases/${id}`);
}
