import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { Json } from '../../../scripts/journey/apiClient.ts';
import { findTask } from '../../../scripts/journey/steps.ts';
import { openMenu } from './openMenu.ts';
import { closeBrowser, openVisit, type Screen } from './openVisit.ts';
import { as } from './prepareCases.ts';
import { PreparedCase } from './prepareItems.ts';
import { chooseRadio, press, writeInto } from './reachByKeyboard.ts';
import { signInThere } from './signInThere.ts';

const screens: readonly Screen[] = ['office', 'phone'];

describe('checks after a license was given', () => {
  let license: Json = {};
  after(closeBrowser);
  before(async () => {
    const subject = await PreparedCase.accepted('wjw-public-place-health');
    await subject.step('health', 'review', 'pass', 'review');
    await subject.step('health', 'inspect', 'pass', 'inspection');
    await subject.step('health', 'decide', 'grant', 'decision');
    const clerk = await as('clerk');
    await findTask(clerk, subject.caseNo, 'deliver', 60_000);
    [license = {}] = (await clerk.get(`/cases/${subject.id}`))['licenses'] as Json[];
  });

  it('are listed by light, on a desk and on a phone, beside the licenses that expire', async () => {
    for (const screen of screens) {
      const visit = await openVisit(screen);
      const { page } = visit;
      await signInThere(visit, 'health');
      await openMenu(visit);
      await press(page, page.getByRole('link', { name: '证后管理' }));
      await page.getByRole('cell', { name: String(license['licenseNo']) }).waitFor();
      await visit.look('checks', { full: true });
      await visit.go('/checks?light=red');
      await page.getByText('没有待办的核查').waitFor();
      await visit.go('/checks?view=expiring');
      await page.getByText('这段时间内没有到期的证照').waitFor();
      await visit.look('licenses-expiring');
      await visit.close();
    }
  });

  it('are recorded without a mouse; failed first, then passed, and anybody sees the last one', async () => {
    const visit = await openVisit();
    const { page } = visit;
    await signInThere(visit, 'health');
    await visit.go('/checks');
    const row = page.getByRole('row').filter({ hasText: String(license['licenseNo']) });
    await press(page, row.getByRole('link'));
    await page.getByRole('heading', { name: '登记核查' }).waitFor();
    await visit.look('check', { full: true });
    // Nothing chosen: told at the fields, nothing sent.
    await press(page, page.getByRole('button', { name: /^登记/ }));
    await page.getByText('请填写此项').first().waitFor();
    await visit.look('check-incomplete');
    await chooseRadio(page, page.getByRole('radiogroup'), 1);
    await writeInto(page, page.getByLabel(/^核查意见/), '集中空调通风系统未清洗。');
    await page.keyboard.press('Alt+KeyS');
    await page.locator('.ow-list').getByText('未通过', { exact: true }).waitFor();
    await chooseRadio(page, page.getByRole('radiogroup'), 0);
    await writeInto(page, page.getByLabel(/^报告编号/), '卫监〔2026〕7号');
    await writeInto(page, page.getByLabel(/^核查意见/), '已清洗，检测合格。');
    await page.keyboard.press('Alt+KeyS');
    await page.getByText('核查已通过').waitFor();
    await visit.look('check-recorded', { full: true });
    await visit.go(`/licenses/${String(license['id'])}`);
    await writeInto(page, page.getByLabel(/^使用事由/), '核对复核记录');
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: '核查记录' }).waitFor();
    await visit.look('license-checks', { full: true });
    await visit.close();
    const stranger = await openVisit('phone');
    await stranger.go(`/verify/${String(license['identifier'])}`);
    await stranger.page.getByText(/每两年复核：.+ 通过/).waitFor();
    assert.equal(await stranger.page.getByText('集中空调').count(), 0);
    await stranger.look('verify-last-check', { full: true });
    await stranger.close();
  });

  it('speak English where the officer does, and a department that has none is told so', async () => {
    const visit = await openVisit();
    const { page } = visit;
    await signInThere(visit, 'justice');
    await press(page, page.getByRole('button', { name: 'English' }));
    await press(page, page.getByRole('link', { name: 'After the license' }));
    await page.getByText('No check is waiting.').waitFor();
    await visit.look('checks-english');
    await visit.close();
  });
});
