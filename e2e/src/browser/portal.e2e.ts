import assert from 'node:assert/strict';
import { after, describe, it } from 'node:test';
import type { Json } from '../../../scripts/journey/apiClient.ts';
import { representative } from '../../../scripts/journey/applicant.ts';
import { decisionGranted, restaurant, reviewPassed } from '../../../scripts/journey/foodLicense.ts';
import { completeInspection, completeStep, demoPassword, findTask } from '../../../scripts/journey/steps.ts';
import { chooseFile } from './chooseFile.ts';
import { fillFoodForm } from './fillFoodForm.ts';
import { closeBrowser, openVisit, type Visit } from './openVisit.ts';
import { as, today } from './prepareCases.ts';
import { PreparedCase } from './prepareItems.ts';
import { chooseRadio, press, tabTo, writeInto } from './reachByKeyboard.ts';
import { signInByPhone } from './signInByPhone.ts';
import { signInThere } from './signInThere.ts';

const materials = [
  '营业执照或其他主体资格证明',
  '法定代表人（负责人）身份证明',
  '经营场所平面图',
  '设备设施布局和操作流程图',
  '食品安全管理制度',
];
const wide = { most: 140 };

/** The reviewer wants a paper that the pack does not name; returns the task, which goes on with `grant`. */
async function askForLease(caseNo: string): Promise<string> {
  const approver = await as('approver');
  const { id } = await findTask(approver, caseNo, 'review');
  await approver.post(`/tasks/${String(id)}/claim`);
  await approver.post(`/tasks/${String(id)}/material-requests`, {
    lines: [{ name: '房屋租赁合同', problem: '补充提供租期' }],
    reason: '经营场所情况不清',
    workdays: 3,
    hold: true,
  });
  return String(id);
}

/** The office goes on to the decision, through the API. */
async function grant(caseNo: string, reviewTask: string): Promise<void> {
  const approver = await as('approver');
  await approver.post(`/tasks/${reviewTask}/complete`, { outcome: 'pass', formData: reviewPassed });
  await completeInspection(approver, caseNo, { outcome: 'pass', day: today });
  await completeStep(approver, caseNo, 'decide', {
    outcome: 'grant',
    formData: decisionGranted,
    password: demoPassword,
  });
  await findTask(await as('clerk'), caseNo, 'deliver', 60_000);
}

describe('the applicant on a phone', () => {
  after(closeBrowser);

  it('signs in by code, applies, corrects what the clerk asks for and rates the service, without a mouse', async () => {
    const visit = await openVisit('phone');
    visit.expects(422);
    const { page } = visit;
    await visit.go('/portal');
    // By what happens in life or in business, or in one's own words.
    const companies = page.locator('.ant-card').filter({
      has: page.getByRole('heading', { name: '企业和单位办事' }),
    });
    await companies.waitFor();
    await visit.look('portal-events', { full: true });
    await press(page, companies.getByRole('link', { name: /^准营准办/ }));
    await page.getByRole('heading', { name: '企业和单位办事：准营准办' }).waitFor();
    await page.getByRole('link', { name: '食品经营许可' }).waitFor();
    await visit.look('portal-event');
    await writeInto(page, page.getByRole('searchbox', { name: '搜索事项' }), '开饭店');
    await page.keyboard.press('Enter');
    await page.waitForURL(/\?q=/);
    await page.getByRole('link', { name: '食品经营许可' }).waitFor();
    await visit.look('portal-home');
    await press(page, page.getByRole('link', { name: '食品经营许可' }));
    await page.getByRole('heading', { name: /食品经营许可 · 新办/ }).waitFor();
    // A few questions tell what is needed; their answers need not be given a second time.
    const question = (name: RegExp) => page.getByRole('radiogroup', { name });
    await chooseRadio(page, question(/只做管理的连锁总部/), 0);
    await page.getByText('需要提交 3 份材料，3 份不需要。').waitFor();
    await visit.look('portal-item-office', { full: true });
    await chooseRadio(page, question(/只做管理的连锁总部/), 1);
    await chooseRadio(page, question(/自动售货机/), 1);
    await page.getByText('需要提交 5 份材料，1 份不需要。').waitFor();
    await visit.look('portal-item', { full: true });
    await press(page, page.getByRole('button', { name: '开始办理' }));
    await page.getByRole('heading', { name: '用手机号登录', level: 1 }).waitFor();
    await visit.look('portal-phone');
    await signInByPhone(visit, representative.phone);

    // Oneself first, then the company; what is left out is listed and leads to its field.
    await page.getByRole('heading', { name: '请先填写您本人的信息' }).waitFor();
    await press(page, page.getByRole('button', { name: '保存并继续' }));
    await page.getByRole('link', { name: '请填写：您的姓名' }).waitFor();
    await visit.look('portal-party-missing');
    await press(page, page.getByRole('link', { name: '请填写：您的姓名' }));
    await page.keyboard.insertText(representative.name);
    await writeInto(page, page.getByLabel('您的身份证号码'), representative.idNumber);
    await press(page, page.getByRole('button', { name: '保存并继续' }));
    await page.getByRole('heading', { name: '以谁的名义办理' }).waitFor();
    await writeInto(page, page.getByLabel('单位名称'), restaurant.name);
    await writeInto(page, page.getByLabel('统一社会信用代码'), restaurant.idNumber);
    await writeInto(page, page.getByLabel(/^法定代表人/), restaurant.legalRepresentative);
    await press(page, page.getByRole('button', { name: '保存并继续' }));
    await page.getByText('已由登记信息核验（模拟）').waitFor();
    await visit.look('portal-who');
    await press(page, page.getByRole('button', { name: /^继 ?续$/ }));

    await page.getByRole('heading', { name: '所在地点' }).waitFor();
    await press(page, page.getByRole('button', { name: /^继 ?续$/ }));
    await page.getByRole('link', { name: '请选择街道（镇）' }).waitFor();
    await tabTo(page, page.getByLabel(/^镇、街道/));
    await page.keyboard.press('ArrowDown');
    await visit.look('portal-area');
    await press(page, page.getByRole('button', { name: /^继 ?续$/ }));
    await page.getByRole('heading', { name: '填写申请表' }).waitFor();
    await page.locator('#part-form').getByRole('textbox').first().waitFor();

    // Saved half-way, it is gone on with on another device.
    await press(page, page.getByRole('button', { name: '保存，稍后继续' }), wide);
    await page.getByRole('heading', { name: '我的申请' }).waitFor();
    const id = await lastDraft(visit);
    await visit.look('portal-cases');
    await visit.go(`/portal/cases/${id}/answers/2`);
    await page.locator('#part-form').getByRole('textbox').first().waitFor();
    const answered = page.locator('#part-form input[type=radio][value=no]:checked');
    await answered.nth(1).waitFor();
    await fillFoodForm(page);
    await visit.look('portal-form', { full: true });
    await press(page, page.getByRole('button', { name: /^继 ?续$/ }), wide);
    await page.getByRole('heading', { name: '上传材料' }).waitFor();
    for (const name of materials.slice(0, 4)) await supply(visit, name);
    await visit.look('portal-materials', { full: true });
    await press(page, page.getByRole('button', { name: /^继 ?续$/ }), wide);
    await page.getByRole('heading', { name: '核对后提交' }).waitFor();
    await page.getByText('还没有上传：食品安全管理制度').waitFor();
    await visit.look('portal-check', { full: true });
    await press(page, page.getByRole('button', { name: '确认并提交' }), wide);
    await page.getByText('申请已提交').waitFor();
    await visit.look('portal-sent', { full: true });

    // The clerk finds it among the online applications and asks for what is missing.
    const clerk = await as('clerk');
    const online = (await clerk.get('/cases?online=true'))['items'] as Json[];
    assert.ok(online.some((one) => one['id'] === id));
    await clerk.post(`/cases/${id}/supplement`, {
      items: [{ materialKey: 'safetySystem', problem: '请上传食品安全管理制度。' }],
    });
    await page.reload();
    await page.getByText('请补正以下内容').waitFor();
    await visit.look('portal-supplement', { full: true });
    await press(page, page.getByRole('button', { name: '去补正' }));
    await page.getByRole('heading', { name: '所在地点' }).waitFor();
    await visit.go(`/portal/cases/${id}/answers/3`);
    await supply(visit, '食品安全管理制度');
    await press(page, page.getByRole('button', { name: /^继 ?续$/ }), wide);
    await press(page, page.getByRole('button', { name: '提交补正' }), wide);
    await page.getByText('申请已提交').waitFor();

    const accepted = await clerk.post(`/cases/${id}/accept`);
    const review = await askForLease(String(accepted['caseNo']));
    await page.reload();
    await page.getByText('经营场所情况不清').waitFor();
    await visit.look('portal-asked', { full: true });
    await supply(visit, '房屋租赁合同');
    await press(page, page.getByRole('button', { name: '提交补充材料' }), wide);
    await page.getByText('经营场所情况不清').waitFor({ state: 'detached' });
    await grant(String(accepted['caseNo']), review);
    await page.reload();
    await page.getByText('申请已获准予').waitFor();
    const rating = page.getByRole('radiogroup', { name: '您对这次服务满意吗' });
    await chooseRadio(page, rating, 3);
    await tabTo(page, page.getByRole('checkbox', { name: '办理太慢' }));
    await page.keyboard.press('Space');
    await visit.look('portal-granted', { full: true });
    await press(page, page.getByRole('button', { name: '提交评价' }));
    await page.getByText(/部门将在 .* 前回复/).waitFor();
    await visit.look('portal-rated', { full: true });
    await visit.go('/portal/account');
    await page.getByRole('heading', { name: '我的信息', level: 1 }).waitFor();
    await page.getByText(representative.phone).first().waitFor();
    await visit.look('portal-account', { full: true });
    await visit.close();
  });

  it('pays a fee by the code on the receipt, comes back, and the window sees it', async () => {
    const road = await PreparedCase.accepted('csglw-road-occupation');
    await road.step('road', 'review', 'pass', 'review');
    await road.step('traffic', 'trafficOpinion', 'agree', 'traffic-opinion');
    await road.step('road', 'cityOpinion', 'agree', 'city-opinion');
    await road.step('road', 'decide', 'grant', 'decision');
    const office = await openVisit('office');
    await signInThere(office, 'clerk');
    await office.go(`/cases/${road.id}`);
    await press(office.page, office.page.getByRole('button', { name: '收款登记' }), wide);
    await office.page.getByLabel(/^非税收入票据号/).waitFor();
    await office.look('fee-take');
    await office.page.keyboard.press('Escape');
    await office.look('fee-case', { full: true });

    const { progressToken } = await (await as('clerk')).get(`/cases/${road.id}`);
    const visit = await openVisit('phone');
    const { page } = visit;
    await visit.go(`/progress/${String(progressToken)}`);
    await page.getByText('待缴', { exact: true }).waitFor();
    await visit.look('progress-bill', { full: true });
    await press(page, page.getByRole('button', { name: /^去缴费/ }));
    await page.getByRole('heading', { name: '模拟缴费平台' }).waitFor();
    await visit.look('cashier');
    await press(page, page.getByRole('button', { name: '付款，但通知丢失' }));
    await page.getByText('缴费成功').waitFor();
    await visit.look('progress-paid', { full: true });
    await visit.close();
    await office.page.reload();
    await office.page.getByText('已缴', { exact: true }).waitFor();
    await office.close();
  });

  it("meets nothing of somebody else's, and the development outbox shows what was sent", async () => {
    const visit = await openVisit('phone', { locale: 'en' });
    visit.expects(404);
    const { page } = visit;
    await visit.go('/portal/cases');
    await signInByPhone(visit, '13800000077');
    await page.getByText('还没有申请。').waitFor();
    await visit.go('/portal/cases/00000000-0000-7000-8000-000000000000');
    await page.getByRole('heading', { name: '没有找到页面' }).waitFor();
    await visit.go('/portal');
    await press(page, page.getByRole('button', { name: '菜单' }));
    await page.getByRole('link', { name: '我的信息' }).waitFor();
    await visit.look('portal-menu');
    await page.keyboard.press('Escape');
    await visit.go('/dev/messages');
    await page.getByText('13800000077').first().waitFor();
    await visit.look('dev-messages');
    await visit.close();
  });

  it('stands in a hall with large targets', async () => {
    const visit = await openVisit('office');
    await visit.go('/portal?kiosk=1');
    await visit.page.getByRole('link', { name: '食品经营许可' }).waitFor();
    await visit.look('portal-kiosk');
    await visit.close();
  });
});

async function supply({ page }: Visit, name: string): Promise<void> {
  const plain = name.replace(/[（）]/g, '.');
  await chooseFile(
    page,
    page.getByRole('button', { name: new RegExp(`^上传 ?${plain}`) }),
    name.slice(0, 4),
    {
      most: 120,
    },
  );
  await page.locator('li', { hasText: name }).getByText('已提供').waitFor();
}

async function lastDraft({ page }: Visit): Promise<string> {
  const href = await page.getByRole('link', { name: '食品经营许可' }).getAttribute('href');
  return /cases\/([\w-]+)\//.exec(href ?? '')?.[1] ?? '';
}
