import { after, before, describe, it } from 'node:test';
import { MongoClient } from 'mongodb';
import type { Json } from '../../../scripts/journey/apiClient.ts';
import { demoPassword } from '../../../scripts/journey/steps.ts';
import { fieldNamed } from './fieldNamed.ts';
import { openMenu } from './openMenu.ts';
import { closeBrowser, openVisit, type Screen, type Visit } from './openVisit.ts';
import { as } from './prepareCases.ts';
import { PreparedCase } from './prepareItems.ts';
import { subsidyUnderNotice } from './prepareSubsidies.ts';
import { chooseRadio, press, writeInto } from './reachByKeyboard.ts';
import { signInByPhone } from './signInByPhone.ts';
import { signInThere } from './signInThere.ts';

const screens: readonly Screen[] = ['office', 'phone'];
/** Somebody the simulated register knows, with the phone of the account. */
const phoneOfHolder = '13800000012';
const person: Json = { kind: 'natural', name: '李小兰', idType: '111', idNumber: '11010519491231002X' };

describe('a benefit', () => {
  let granted: PreparedCase;
  /** Signed in once: another code is sent after a minute at the earliest. */
  let holder: Visit;
  after(closeBrowser);
  before(async () => {
    granted = await PreparedCase.accepted('mzj-disabled-subsidy', { applicant: person, by: 'town' });
    await granted.step('town', 'townReview', 'pass', 'town-review');
    await granted.step('federation', 'federationReview', 'pass', 'federation-review');
    await granted.step('civil', 'decide', 'grant', 'decision');
  });

  it('is found among those that are paid, on a desk and on a phone', async () => {
    for (const screen of screens) {
      const visit = await openVisit(screen);
      const { page } = visit;
      await signInThere(visit, 'civil');
      await openMenu(visit);
      await press(page, page.getByRole('link', { name: '补贴发放' }));
      await page.getByText('还没有发放清单').waitFor();
      await visit.look('payments', { full: true });
      await visit.go('/payments?view=running');
      await press(page, page.getByRole('link', { name: granted.caseNo }));
      await page.getByText('还没有列入清单的发放').waitFor();
      await visit.look('benefit', { full: true });
      await visit.close();
    }
  });

  it('is listed for the bank when its period closes, and what the bank gives back is recorded, without a mouse', async () => {
    const list = await firstPaidList(granted);
    const visit = await openVisit();
    const { page } = visit;
    await signInThere(visit, 'civil');
    await visit.go('/payments');
    await press(page, page.getByRole('link', { name: String(list['period']), exact: true }));
    await page.getByRole('heading', { name: '发放明细' }).waitFor();
    await visit.look('payment-list', { full: true });
    const line = page.getByRole('button', { name: `登记退回：${granted.caseNo} ${String(list['period'])}` });
    await press(page, line, { most: 80 });
    const dialog = page.getByRole('dialog');
    await writeInto(page, dialog.getByLabel(/^退回原因/), '账号与户名不符');
    await visit.look('payment-return');
    await press(page, dialog.getByRole('button', { name: '登记退回' }));
    await page.getByRole('cell', { name: '账号与户名不符' }).waitFor();
    await writeInto(page, page.getByLabel(/^导出用途/), '交银行代发');
    await press(page, page.getByRole('button', { name: /导出 XLSX/ }));
    await page.getByRole('cell', { name: '交银行代发' }).waitFor();
    await press(page, page.getByRole('button', { name: 'English' }));
    await page.getByText('交银行代发').first().waitFor();
    await visit.look('payment-list-english', { full: true });
    await visit.close();
    const phone = await openVisit('phone');
    await signInThere(phone, 'civil');
    await phone.go(`/payments/${String(list['id'])}`);
    await phone.page.getByText('账号与户名不符').waitFor();
    await phone.look('payment-list', { full: true });
    await phone.close();
  });

  it('is seen by its holder on the portal, though it was applied for at a window: amount, payments, what came back', async () => {
    const visit = await openVisit('phone');
    holder = visit;
    const { page } = visit;
    await visit.go('/portal/benefits');
    await signInByPhone(visit, phoneOfHolder);
    await page.getByText('才能查看发放给您的补贴').waitFor();
    await visit.look('own-benefits-unverified');
    await press(page, page.getByRole('main').getByRole('link', { name: '我的信息' }));
    await writeInto(page, page.getByLabel('您的姓名'), String(person['name']));
    await writeInto(page, page.getByLabel('您的身份证号码'), String(person['idNumber']));
    await press(page, page.getByRole('button', { name: '保存并继续' }));
    await page.getByText('已由登记信息核验（模拟）').waitFor();
    await visit.go('/portal/benefits');
    await page.getByText(granted.caseNo).waitFor();
    await page.getByText('银行退回（账号与户名不符），下一期重新发放。请核对银行账户。').waitFor();
    await visit.look('own-benefits', { full: true });
    await press(page, page.getByRole('button', { name: '菜单' }));
    await page.getByRole('link', { name: '我的待遇' }).waitFor();
    await page.keyboard.press('Escape');
  });

  it('is ended without a mouse: the day it happened, why, and the own password', async () => {
    // Paid once more, beyond the day on which it ends.
    await closePeriod('mzj-disabled-subsidy');
    const visit = await openVisit();
    const { page } = visit;
    await signInThere(visit, 'civil');
    const [benefit] = (await (await as('civil')).get(`/cases/${granted.id}/benefits`))['items'] as Json[];
    await visit.go(`/benefits/${String(benefit?.['id'])}`);
    await press(page, page.getByRole('button', { name: '终止待遇' }));
    const dialog = page.getByRole('dialog');
    await chooseRadio(page, dialog.getByRole('radiogroup'), 2);
    await writeInto(page, dialog.getByLabel(/^发生之日/), '昨天');
    await dialog.getByText('请按“年-月-日”填写').waitFor();
    await writeInto(page, dialog.getByLabel(/^发生之日/), new Date().toISOString().slice(0, 10));
    await writeInto(page, dialog.getByLabel(/^说明/), '家庭收入已超过标准。');
    await writeInto(page, dialog.getByLabel(/密码/), demoPassword);
    await visit.look('benefit-end');
    await press(page, dialog.getByRole('button', { name: '终止待遇' }));
    await page.getByText('待遇已终止').waitFor();
    await page.getByText('不再符合条件').first().waitFor();
    await visit.look('benefit-ended', { full: true });
    await press(page, page.getByRole('button', { name: 'English' }));
    await page.getByText('Ended').first().waitFor();
    await visit.look('benefit-english', { full: true });
    await visit.close();
  });

  it('is claimed back where it was paid beyond its end: in part, and the rest let off by the head, without a mouse', async () => {
    const visit = await openVisit();
    const { page } = visit;
    await signInThere(visit, 'civil');
    await visit.go('/payments?view=reclaims');
    await page.getByRole('link', { name: granted.caseNo, exact: true }).waitFor();
    await visit.look('reclaims', { full: true });
    await press(page, page.getByRole('button', { name: `登记追回：${granted.caseNo}` }), { most: 80 });
    const dialog = page.getByRole('dialog');
    await writeInto(page, dialog.getByLabel(/^本次追回/), '100');
    await writeInto(page, dialog.getByLabel(/^凭证号/), 'ZH-20261130-01');
    await visit.look('reclaim-repay');
    await press(page, dialog.getByRole('button', { name: '登记追回' }));
    await dialog.waitFor({ state: 'detached' });
    await visit.close();
    await holder.go('/portal/benefits');
    await holder.page.getByText(/期起多发，应退还/).waitFor();
    await holder.look('own-benefit-reclaim', { full: true });
    await holder.close();
    const phone = await openVisit('phone');
    await signInThere(phone, 'civil');
    await phone.go('/payments?view=reclaims');
    await phone.page.getByRole('button', { name: `免予追回：${granted.caseNo}` }).click();
    const waive = phone.page.getByRole('dialog');
    await waive.getByLabel(/^免予追回的理由/).fill('家庭特别困难，经集体研究');
    await phone.look('reclaim-waive');
    await waive.getByRole('button', { name: '免予追回' }).click();
    await phone.page.getByText(/免予追回 · 家庭特别困难/).waitFor();
    await phone.look('reclaims', { full: true });
    await phone.close();
  });
});

describe('an appeal against a benefit', () => {
  let granted: PreparedCase;
  after(closeBrowser);
  before(async () => {
    granted = await PreparedCase.accepted('mzj-disabled-subsidy', {
      applicant: { ...person, idNumber: '110105194912311057' },
      by: 'town',
    });
    await granted.step('town', 'townReview', 'pass', 'town-review');
    await granted.step('federation', 'federationReview', 'pass', 'federation-review');
    await granted.step('civil', 'decide', 'grant', 'decision');
  });

  it('is recorded at the window and told the result of, without a mouse; not by who has decided', async () => {
    const visit = await openVisit();
    const { page } = visit;
    await signInThere(visit, 'town');
    await visit.go(`/cases/${granted.id}`);
    await press(page, page.getByRole('button', { name: '登记申诉' }));
    const dialog = page.getByRole('dialog');
    await fieldNamed(dialog.locator('.ow-form'), '联系电话').waitFor();
    await press(page, dialog.getByRole('button', { name: /^登\s*记$/ }));
    await dialog.getByText('请填写申诉的事实和理由').first().waitFor();
    await writeInto(page, fieldNamed(dialog.locator('.ow-form'), '申诉的事实和理由'), '残疾等级已经提高。');
    await writeInto(page, fieldNamed(dialog.locator('.ow-form'), '联系电话'), '13900139001');
    await visit.look('appeal-record');
    await press(page, dialog.getByRole('button', { name: /^登\s*记$/ }));
    await page.getByText('残疾等级已经提高。').waitFor();
    await visit.look('appeal-recorded', { full: true });
    await visit.close();
    const decided = await openVisit('phone');
    await signInThere(decided, 'civil');
    await decided.go(`/cases/${granted.id}`);
    await decided.page.getByText('残疾等级已经提高。').waitFor();
    await decided.look('appeal', { full: true });
    await decided.close();
  });
});

describe('a public notice', () => {
  let subject: { id: string; caseNo: string };
  after(closeBrowser);
  before(async () => {
    // A surname of its own: journeys before this one leave notices that are still posted.
    subject = await subsidyUnderNotice('慕容秋英');
  });

  it('is read by anybody on a phone, who objects; the town answers at the case, and the answer is read', async () => {
    const visit = await openVisit('phone');
    const { page } = visit;
    await visit.go('/notices');
    const notice = page.locator('.ant-card', { hasText: '慕***' });
    const link = notice.getByRole('link', { name: '提出异议' });
    await link.waitFor();
    await visit.look('notices', { full: true });
    await press(page, link);
    await fieldNamed(page.locator('.ow-form'), '您的姓名').waitFor();
    await press(page, page.getByRole('button', { name: '提交异议' }));
    await page
      .getByText(/请填写.*您的姓名|您的姓名.*(必填|不能为空)/)
      .first()
      .waitFor();
    await visit.look('notice-object', { full: true });
    await writeInto(page, fieldNamed(page.locator('.ow-form'), '您的姓名'), '王建国');
    await writeInto(page, fieldNamed(page.locator('.ow-form'), '联系电话'), '13900139000');
    await writeInto(page, fieldNamed(page.locator('.ow-form'), '异议内容和理由'), '该户有两套住房。');
    await press(page, page.getByRole('button', { name: '提交异议' }));
    const answer = page.getByRole('link', { name: '请保存此链接，查看答复' });
    await answer.waitFor();
    await visit.look('notice-objected', { full: true });

    const office = await openVisit();
    await signInThere(office, 'town');
    await office.go(`/cases/${subject.id}`);
    await office.page.getByText('该户有两套住房').waitFor();
    await writeInto(office.page, office.page.getByLabel('对第 1 条异议的答复'), '已入户核实，只有一套住房。');
    await office.look('objection', { full: true });
    await press(office.page, office.page.getByRole('button', { name: '答复第 1 条' }));
    await office.page.getByText('异议不成立：已入户核实').waitFor();
    await office.close();

    await press(page, answer);
    await page.getByText('已入户核实，只有一套住房。').waitFor();
    await visit.look('objection-answer', { full: true });
    await visit.close();
  });
});

/** Closes lists up to the first that pays to a benefit: from the first to the twentieth of a month that is not the next one. */
async function firstPaidList({ id }: PreparedCase): Promise<Json> {
  const [benefit] = (await (await as('civil')).get(`/cases/${id}/benefits`))['items'] as Json[];
  for (;;) {
    const list = await closePeriod('mzj-disabled-subsidy');
    if (String(list['period']) >= String(benefit?.['firstPeriod'])) return list;
  }
}

/** A month in a moment: the list falls due now instead of on the twentieth, and the next sweep makes it, once a minute. */
async function closePeriod(packCode: string): Promise<Json> {
  const civil = await as('civil');
  const listed = async (): Promise<Json[]> => (await civil.get('/payment-lists'))['items'] as Json[];
  const before = (await listed()).length;
  await fallDue(packCode);
  for (const end = Date.now() + 120_000; ; ) {
    const lists = await listed();
    const [list] = lists;
    if (lists.length > before && list?.['state'] === 'closed') return list;
    if (Date.now() > end) throw new Error('no payment list within two minutes');
    await new Promise((resolve) => setTimeout(resolve, 500));
  }
}

async function fallDue(packCode: string): Promise<void> {
  const mongo = await new MongoClient(process.env['MONGODB_URI'] ?? '').connect();
  try {
    const db = mongo.db(process.env['MONGODB_DATABASE'] ?? 'onewindow');
    const nextCloseAt = new Date(Date.now() - 1000);
    await db.collection('paymentSchedules').updateMany({ packCode }, { $set: { nextCloseAt } });
  } finally {
    await mongo.close();
  }
}
