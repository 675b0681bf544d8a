import assert from 'node:assert/strict';
import { after, describe, it } from 'node:test';
import type { Json } from '../../../scripts/journey/apiClient.ts';
import { restaurant } from '../../../scripts/journey/foodLicense.ts';
import { completeWith, filledIn, handIn } from '../../../scripts/journey/packJourney.ts';
import { demoPassword, findTask } from '../../../scripts/journey/steps.ts';
import { closeBrowser, openVisit } from './openVisit.ts';
import { as } from './prepareCases.ts';
import { press, tabTo, writeInto } from './reachByKeyboard.ts';
import { signInThere } from './signInThere.ts';

const packCode = 'xfjy-fire-check';
const dishonest = { ...restaurant, idNumber: '91110115MA01XY2D6L', numberConfirmed: true };

async function draft(applicant: Json = restaurant): Promise<string> {
  const clerk = await as('clerk');
  const view = await clerk.post('/cases', {
    packCode,
    operation: 'new',
    applicant,
    area: { town: 't005' },
    formData: filledIn(packCode, 'application'),
  });
  await handIn(clerk, String(view['id']), ['businessLicense', 'floorPlan', 'facilityPlan', 'safetySystem']);
  return String(view['id']);
}

describe('the commitment path 告知承诺', () => {
  after(closeBrowser);

  it('is chosen and signed at the window without a mouse, and the license can be annulled later', async () => {
    const id = await draft();
    const visit = await openVisit();
    const { page } = visit;
    await signInThere(visit, 'clerk');
    await visit.go(`/window/cases/${id}`);
    const section = page.locator('#part-commitment');
    await section.getByText(/本单位已经知晓/).waitFor();
    await tabTo(page, section.getByRole('checkbox', { name: /^已经向申请人告知/ }), { most: 200 });
    await page.keyboard.press('Space');
    await visit.look('commitment', { full: true });
    await press(page, section.getByRole('button', { name: '核查信用并选择告知承诺' }));
    await section.getByText('已选择告知承诺').waitFor();
    await page.locator('li', { hasText: '建设工程消防验收' }).getByText('以承诺代替').waitFor();
    await visit.look('commitment-signed', { full: true });
    await page.keyboard.press('Alt+KeyR');
    await page.getByRole('button', { name: /^查看打印 ?告知承诺书/ }).waitFor();
    await page.keyboard.press('Alt+KeyA');
    await press(page, page.getByRole('dialog').getByRole('button', { name: '受理' }));
    await page.getByText('已受理，受理通知书已生成。').waitFor();
    await visit.close();

    // Decided at once; the verification finds that the commitment was not kept.
    const clerk = await as('clerk');
    const fire = await as('fire');
    const caseNo = String((await clerk.get(`/cases/${id}`))['caseNo']);
    const decide = { packCode, caseNo, step: 'decide', form: 'decision' };
    await completeWith(fire, decide, { outcome: 'grant', password: demoPassword });
    const task = await findTask(fire, caseNo, 'verify', 40_000);
    await fire.post(`/tasks/${String(task['id'])}/claim`);
    const verification = await openVisit();
    await signInThere(verification, 'fire');
    await verification.go(`/tasks/${String(task['id'])}`);
    await verification.page.getByRole('button', { name: /不符合承诺，撤销许可/ }).waitFor();
    await verification.look('commitment-verification');
    await verification.close();
    await completeWith(
      fire,
      { packCode, caseNo, step: 'verify', form: 'verification' },
      { outcome: 'fail', comment: '与承诺不一致', password: demoPassword },
    );
    const [license] = (await clerk.get(`/cases/${id}`))['licenses'] as Json[];
    const phone = await openVisit('phone');
    await phone.go(`/verify/${String(license?.['identifier'])}`);
    await phone.page.getByText(/第五十八条第三款/).waitFor();
    await phone.look('license-annulled', { full: true });
    await phone.close();
    const office = await openVisit();
    await signInThere(office, 'clerk');
    await office.go(`/licenses/${String(license?.['id'])}`);
    await writeInto(office.page, office.page.getByRole('textbox').first(), '核对撤销情况');
    await office.page.keyboard.press('Enter');
    await office.page.getByText(/该证照已失去效力/).waitFor();
    await office.look('license-annulled');
    await office.close();
  });

  it('tells at once, with the reason, that it is closed to who has a record', async () => {
    const id = await draft(dishonest);
    const visit = await openVisit('phone');
    const { page } = visit;
    await signInThere(visit, 'clerk');
    await visit.go(`/window/cases/${id}`);
    const section = page.locator('#part-commitment');
    await section.getByRole('checkbox', { name: /^已经向申请人告知/ }).check();
    await section.getByRole('button', { name: '核查信用并选择告知承诺' }).click();
    await section.getByText(/严重失信/).waitFor();
    await visit.look('commitment-barred', { full: true });
    const view = await (await as('clerk')).get(`/cases/${id}`);
    assert.equal((view['commitment'] as Json)['state'], 'barred');
    await visit.close();
  });
});
