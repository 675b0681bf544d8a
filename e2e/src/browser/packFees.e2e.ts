import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { Json } from '../../../scripts/journey/apiClient.ts';
import { restaurant, samplePdf } from '../../../scripts/journey/foodLicense.ts';
import { filledForm, payBills } from '../../../scripts/journey/itemCase.ts';
import { draftWithPaper } from './draftWithPaper.ts';
import { closeBrowser, openVisit } from './openVisit.ts';
import { as } from './prepareCases.ts';
import { chooseRadio, press, writeInto } from './reachByKeyboard.ts';
import { signInThere } from './signInThere.ts';

const packCode = 'scjg-badge';
const fee =
  'fees: [{key: book, name: {zh-CN: 工本费, en: Fee}, amountFen: 5000, due: acceptance, refundOn: [notAccepted, withdrawn], cite: 示范}]';
const wide = { most: 120 };

describe('what a case owes, at the window', () => {
  after(closeBrowser);
  before(async () => {
    const designer = await as('designer');
    const name = { 'zh-CN': '标识牌核发', en: 'Badges' };
    const { files } = await designer.post('/packs', { packCode, name, template: null });
    const charged = (files as { path: string; text: string }[]).map(({ path, text }) => ({
      path,
      text: path === 'pack.yaml' ? text.replace('fees: []', fee) : text,
    }));
    await designer.post(`/packs/${packCode}/versions`, {
      files: charged,
      baseVersion: 0,
      note: '收费',
    } as unknown as Json);
  });

  it('is paid by card, and paid out again when the applicant withdraws, without a mouse', async () => {
    const id = await received();
    const visit = await openVisit();
    const { page } = visit;
    await signInThere(visit, 'clerk');
    await visit.go(`/window/cases/${id}`);
    await press(page, page.getByRole('button', { name: '收款登记' }), wide);
    const dialog = page.getByRole('dialog');
    const confirm = dialog.getByRole('button', { name: '确认已收款' });
    await chooseRadio(page, dialog.getByRole('radiogroup', { name: '收款方式' }), 1);
    await writeInto(page, dialog.getByLabel(/^非税收入票据号/), '11010126 12');
    await dialog.getByText('应为 18 位数字').waitFor();
    assert.ok(await confirm.isDisabled(), 'no receipt, no payment');
    await writeInto(page, dialog.getByLabel(/^非税收入票据号/), '11010126 0000012345');
    assert.ok(await confirm.isDisabled(), 'the slip of the card is asked for');
    await writeInto(page, dialog.getByLabel(/^POS 凭证号/), 'POS-20261129-01');
    await visit.look('fee-pos');
    await press(page, confirm);
    await page.getByText('已缴', { exact: true }).waitFor();
    await page.getByText('刷卡（POS）').first().waitFor();

    const clerk = await as('clerk');
    await clerk.post(`/cases/${id}/withdraw`, { reason: '申请人改变主意' });
    await page.reload();
    await press(page, page.getByRole('button', { name: '登记退款' }), wide);
    await writeInto(page, dialog.getByLabel(/^退款凭证号/), 'TK-20261129-01');
    await visit.look('fee-pay-out');
    await press(page, dialog.getByRole('button', { name: '确认已退款' }));
    await page.getByText('已退费', { exact: true }).waitFor();
    await visit.look('fee-paid-out', { full: true });
    await visit.close();
  });

  it('is waived by the head with a reason, on a phone too', async () => {
    const id = await received();
    const visit = await openVisit('phone');
    const { page } = visit;
    await signInThere(visit, 'head');
    await visit.go(`/cases/${id}`);
    await press(page, page.getByRole('button', { name: '批准免缴' }), wide);
    const dialog = page.getByRole('dialog');
    const confirm = dialog.getByRole('button', { name: '批准免缴' });
    assert.ok(await confirm.isDisabled(), 'nothing is waived without a reason');
    await writeInto(page, dialog.getByLabel(/^理由和依据/), '低保家庭，按规定免收');
    await visit.look('fee-waive');
    await press(page, confirm);
    await page.getByText('免缴', { exact: true }).waitFor();
    await page.getByText(/低保家庭，按规定免收 · /).waitFor();
    await visit.look('fee-waived', { full: true });
    await visit.close();
    const [bill = {}] = (await (await as('clerk')).get(`/cases/${id}/bills`))['items'] as Json[];
    assert.deepEqual([bill['state'], bill['totalFen']], ['waived', 5000]);
  });
});

describe('a fee that was paid before a correction', () => {
  const road = 'csglw-road-charged';
  const daily =
    '  - {key: book, name: {zh-CN: 占道受理费, en: Daily fee}, amountFen: 1000, unit: {zh-CN: 日, en: day}, quantity: [intake:/requestedDays], due: acceptance, refundOn: [notAccepted, withdrawn], cite: 示范}\n';
  after(closeBrowser);
  before(async () => {
    const designer = await as('designer');
    const name = { 'zh-CN': '占道施工（收费示范）', en: 'Road works, charged' };
    const { files } = await designer.post('/packs', {
      packCode: road,
      name,
      template: 'csglw-road-occupation',
    });
    const charged = (files as { path: string; text: string }[])
      .filter(({ path }) => !path.startsWith('scenarios/'))
      .map(({ path, text }) => ({
        path,
        // Two kinds of license must not have the same numbers.
        text:
          path === 'pack.yaml'
            ? text.replace('fees:\n', `fees:\n${daily}`).replace("'ZD{division}", "'SF{division}")
            : text,
      }));
    await designer.post(`/packs/${road}/versions`, {
      files: charged,
      baseVersion: 0,
      note: '收费',
    } as unknown as Json);
  });

  it('is billed for the difference, or goes back, told at the window and to whoever applied', async () => {
    for (const [days, state] of [
      [5, 'more'],
      [2, 'back'],
    ] as const) {
      const { id, progressToken } = await corrected(road, 3, days);
      for (const screen of ['office', 'phone'] as const) {
        const visit = await openVisit(screen);
        const { page } = visit;
        await signInThere(visit, 'clerk');
        await visit.go(`/window/cases/${id}`);
        if (state === 'more') {
          await page.getByText('补缴 20.00 元').first().waitFor();
          await page.getByText('更正后应缴 50.00 元，已缴（免缴）30.00 元，补缴 20.00 元').waitFor();
          await page.getByRole('button', { name: '收款登记' }).waitFor();
        } else {
          await page.getByText('更正后重新核算，多缴部分退付').first().waitFor();
          await page.getByRole('button', { name: '登记退款' }).waitFor();
        }
        await visit.look(`fee-corrected-${state}`, { full: true });
        await visit.close();
      }
      const own = await openVisit('phone');
      await own.go(`/progress/${progressToken}`);
      await own.page
        .getByText(state === 'more' ? '补缴 20.00 元' : /10\.00 元，正在退还/)
        .first()
        .waitFor();
      await own.look(`fee-corrected-${state}-own`, { full: true });
      await own.close();
    }
  });
});

/** A case whose paid fee was reckoned from `before` days, which were corrected to `days`. */
async function corrected(
  code: string,
  before: number,
  days: number,
): Promise<{ id: string; progressToken: string }> {
  const clerk = await as('clerk');
  const answers = (requestedDays: number) =>
    filledForm('csglw-road-occupation', 'application', { requestedDays });
  const draft = await clerk.post('/cases', {
    packCode: code,
    operation: 'new',
    applicant: restaurant,
    area: { town: 't005' },
    formData: answers(before),
  });
  const id = String(draft['id']);
  const materials = draft['materials'] as { key: string }[];
  for (const { key } of materials)
    await clerk.upload(`/cases/${id}/materials/${key}/files`, {
      name: `${key}.pdf`,
      bytes: samplePdf(key),
      type: 'application/pdf',
    });
  await clerk.post(`/cases/${id}/receive`);
  await payBills(clerk, id);
  await clerk.post(`/cases/${id}/supplement`, {
    items: [{ materialKey: materials[0]?.key ?? '', problem: '申请天数与施工方案不一致。' }],
  });
  const { version } = await clerk.get(`/cases/${id}`);
  await clerk.patch(`/cases/${id}`, Number(version), { formData: answers(days) });
  const { progressToken } = await clerk.post(`/cases/${id}/resubmit`);
  return { id, progressToken: String(progressToken) };
}

/** A case that is received and owes its fee. */
async function received(): Promise<string> {
  const clerk = await as('clerk');
  const id = await draftWithPaper(clerk, packCode, '核发标识牌一块');
  await clerk.post(`/cases/${id}/receive`);
  return id;
}
