import assert from 'node:assert/strict';
import { after, describe, it } from 'node:test';
import type { Json } from '../../../scripts/journey/apiClient.ts';
import { restaurant, reviewPassed } from '../../../scripts/journey/foodLicense.ts';
import { completeWith, filledIn, handIn } from '../../../scripts/journey/packJourney.ts';
import { completeStep, findTask } from '../../../scripts/journey/steps.ts';
import { closeBrowser, openVisit } from './openVisit.ts';
import { as } from './prepareCases.ts';
import { press, tabTo, writeInto } from './reachByKeyboard.ts';
import { signInThere } from './signInThere.ts';

const materials = [
  'identity',
  'businessLicense',
  'floorPlan',
  'equipmentLayout',
  'foodSafetySystem',
  'facilityPlan',
  'fireSafetySystem',
  'constructionAcceptance',
  'trainingRecords',
  'sketch',
];

/** An application for the theme, filled in, by a restaurant that has its business license. */
async function draft(): Promise<string> {
  const clerk = await as('clerk');
  const view = await clerk.post('/cases', {
    packCode: 'theme-restaurant',
    operation: 'new',
    applicant: restaurant,
    area: { town: 't005' },
    formData: filledIn('theme-restaurant', 'application', { hasLicense: 'yes' }),
  });
  await handIn(clerk, String(view['id']), materials);
  return String(view['id']);
}

const itemsOf = async (id: string) =>
  (await (await as('clerk')).get(`/cases/${id}/theme`))['items'] as Json[];

describe('a theme 一件事', () => {
  after(closeBrowser);

  it('is found by what people call it, and its plan follows the answers', async () => {
    const visit = await openVisit();
    const { page } = visit;
    await signInThere(visit, 'clerk');
    await page.getByRole('heading', { name: '综合窗口' }).waitFor();
    await page.keyboard.press('/');
    await page.keyboard.insertText('餐饮店一件事');
    await page.getByText('找到 1 个事项').waitFor();
    await page.keyboard.press('Enter');
    await tabTo(page, page.getByRole('button', { name: /^开办/ }), { most: 0 });
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: '一件事办理计划' }).waitFor();
    const plan = page.locator('.ow-card, .ant-card').filter({ hasText: '一件事办理计划' });
    await plan.getByText('食品经营许可').waitFor();
    assert.equal(await plan.getByText('内资有限责任公司设立登记').count(), 0);
    await page.getByRole('radio', { name: '没有，一并办理设立登记' }).check();
    await plan.getByText('内资有限责任公司设立登记').first().waitFor();
    await plan
      .getByText(/等待内资有限责任公司设立登记/)
      .first()
      .waitFor();
    await visit.look('theme-draft', { full: true });
    await visit.close();
  });

  it('is received and accepted without a mouse: one receipt, and each item in the plan', async () => {
    const id = await draft();
    const visit = await openVisit();
    const { page } = visit;
    await signInThere(visit, 'clerk');
    await visit.go(`/window/cases/${id}`);
    await page.getByRole('heading', { name: '一件事办理计划' }).waitFor();
    await page.getByText(/承诺最迟 .*全部办结/).waitFor();
    await page.keyboard.press('Alt+KeyR');
    // Not the message that goes away by itself: what stays on the page.
    await page.getByRole('button', { name: /^查看打印 ?接收回执/ }).waitFor({ timeout: 60_000 });
    for (const item of await itemsOf(id)) await page.getByText(String(item['caseNo'])).waitFor();
    await visit.look('theme-received', { full: true });
    await page.keyboard.press('Alt+KeyA');
    await page
      .getByText(/^承诺 .*前办结/)
      .first()
      .waitFor({ timeout: 60_000 });
    await visit.look('theme-accepted', { full: true });
    const states = (await itemsOf(id)).map((item) => item['state']);
    assert.deepEqual(states, ['accepted', 'accepted', 'accepted']);
    await visit.close();

    // The applicant's page shows every item, on a phone.
    const token = String((await (await as('clerk')).get(`/cases/${id}`))['progressToken']);
    const phone = await openVisit('phone');
    await phone.go(`/progress/${token}`);
    await phone.page.getByRole('heading', { name: '包含的事项' }).waitFor();
    await phone.page.getByText('户外招牌设置规范服务').waitFor();
    await phone.look('theme-progress', { full: true });
    await phone.close();
  });

  it('has one joint visit, arranged and recorded once for both departments', async () => {
    const id = await draft();
    const clerk = await as('clerk');
    await clerk.post(`/cases/${id}/receive`);
    await clerk.post(`/cases/${id}/accept`);
    const [food, , fireCheck] = (await itemsOf(id)).map((item) => String(item['caseNo']));
    const [scjg, fire] = [await as('approver'), await as('fire')];
    await completeStep(scjg, food ?? '', 'review', { outcome: 'pass', formData: reviewPassed });
    const packCode = 'xfjy-fire-check';
    const at = { packCode, caseNo: fireCheck ?? '', step: 'review', form: 'review' };
    await completeWith(fire, at, { outcome: 'pass' });
    const task = await findTask(fire, fireCheck ?? '', 'inspect');
    const visit = await openVisit();
    const { page } = visit;
    await signInThere(visit, 'fire');
    await visit.go(`/tasks/${String(task['id'])}`);
    await page.getByRole('heading', { name: '联合踏勘' }).waitFor();
    await page.keyboard.press('Alt+KeyC');
    await press(page, page.getByRole('button', { name: '约定踏勘' }));
    await page.getByLabel(/^踏勘时间/).fill('2030-01-08T14:00');
    await writeInto(page, page.getByLabel(/^踏勘地点/), '兴华大街一段12号1层');
    await press(page, page.getByRole('button', { name: '确认约定' }));
    await page.getByText('已约定联合踏勘。').waitFor();
    await press(page, page.getByRole('button', { name: '填写共同记录' }));
    await visit.look('theme-visit', { full: true });
    await visit.close();
    await fire.put(`/cases/${id}/joint-visit/record`, {
      formData: filledIn('theme-restaurant', 'joint-visit'),
    });
    const shown = await openVisit();
    await signInThere(shown, 'fire');
    await shown.go(`/tasks/${String(task['id'])}`);
    await shown.page.getByText('兴华大街一段12号1层').first().waitFor();
    await shown.look('theme-visit-recorded', { full: true });
    await shown.close();
  });
});
