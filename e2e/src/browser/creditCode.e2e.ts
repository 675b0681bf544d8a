import assert from 'node:assert/strict';
import { after, describe, it } from 'node:test';
import type { Json } from '../../../scripts/journey/apiClient.ts';
import { foodApplication, restaurant } from '../../../scripts/journey/foodLicense.ts';
import { draftFoodLicense } from '../../../scripts/journey/steps.ts';
import { closeBrowser, openVisit } from './openVisit.ts';
import { as } from './prepareCases.ts';
import { tabTo, writeInto } from './reachByKeyboard.ts';
import { signInThere } from './signInThere.ts';

/** Right but for its check character, as some codes of the first years are. */
const oldCode = '91110115MA01A2B3CA';

describe('an old credit code at the window', () => {
  after(closeBrowser);

  it('is taken once the clerk confirms it against the original, by keyboard, and another number asks again', async () => {
    const clerk = await as('clerk');
    const draft = await draftFoodLicense(clerk, { formData: { ...foodApplication, creditCode: oldCode } });
    const id = String(draft['id']);
    const visit = await openVisit();
    const { page } = visit;
    await signInThere(visit, 'clerk');
    await visit.go(`/window/cases/${id}`);
    const applicant = page.locator('#part-applicant');
    const code = applicant.getByLabel(/^证件号码/);
    await code.waitFor();
    visit.expects(422);
    await writeInto(page, code, oldCode);
    const warning = applicant.getByRole('group', { name: '统一社会信用代码的校验位不符' });
    await warning.getByText(/第 18 位（校验码）/).waitFor();
    await visit.look('window-code-warning');
    const confirm = warning.getByRole('checkbox', { name: /已与证照原件逐位核对/ });
    assert.equal(await confirm.isChecked(), false, 'nobody confirms by doing nothing');
    await tabTo(page, confirm);
    await page.keyboard.press('Space');
    await page.getByText('已保存', { exact: true }).waitFor();
    await visit.look('window-code-confirmed');
    const saved = (await clerk.get(`/cases/${id}`))['applicant'] as Json;
    assert.deepEqual([saved['idNumber'], saved['numberConfirmed']], [oldCode, true]);

    // A typing error after that is not covered by the confirmation.
    await tabTo(page, code, { back: true });
    await writeInto(page, code, '91110115MA01A2B3CB');
    await warning.getByText(/91110115MA01A2B3CB/).waitFor();
    assert.equal(await confirm.isChecked(), false);
    await writeInto(page, code, restaurant.idNumber);
    await warning.waitFor({ state: 'detached' });
    await writeInto(page, code, oldCode);
    await tabTo(page, confirm);
    await page.keyboard.press('Space');
    await page.getByText('已保存', { exact: true }).waitFor();

    // The same code in the form counts as confirmed, and the case can be received.
    await page.keyboard.press('Alt+KeyR');
    await page.getByText('已收件，回执已生成。').waitFor();
    await applicant.getByText(`${oldCode}（校验位不符，已核对原件）`).waitFor();
    const events = (await clerk.get(`/cases/${id}/events`))['items'] as Json[];
    assert.ok(events.some((event) => event['type'] === 'numberConfirmed'));
    await visit.close();
  });

  it('fits a phone', async () => {
    const draft = await draftFoodLicense(await as('clerk'), { materials: false });
    const visit = await openVisit('phone');
    const { page } = visit;
    await signInThere(visit, 'clerk');
    await visit.go(`/window/cases/${String(draft['id'])}`);
    visit.expects(422);
    await page
      .locator('#part-applicant')
      .getByLabel(/^证件号码/)
      .fill(oldCode);
    await page.getByRole('checkbox', { name: /已与证照原件逐位核对/ }).check();
    await page.getByText('已保存', { exact: true }).waitFor();
    await visit.look('window-code-confirmed');
    await visit.close();
  });
});
