import assert from 'node:assert/strict';
import { after, describe, it } from 'node:test';
import type { Json } from '../../../scripts/journey/apiClient.ts';
import { samplePdf } from '../../../scripts/journey/foodLicense.ts';
import { filledForm } from '../../../scripts/journey/itemCase.ts';
import { closeBrowser, openVisit } from './openVisit.ts';
import { as } from './prepareCases.ts';
import { press, tabTo, writeInto } from './reachByKeyboard.ts';
import { signInThere } from './signInThere.ts';

const packCode = 'mzj-elderly-subsidy';

/** An application that the village took in with its papers. */
async function receivedAtVillage(): Promise<Json> {
  const village = await as('village');
  const draft = await village.post('/cases', {
    packCode,
    operation: 'new',
    applicant: {
      kind: 'natural',
      name: '李秀英',
      idType: '111',
      idNumber: '11010519491231002X',
      phone: '13900139000',
    },
    area: { town: 't005', village: 'v005901' },
    formData: filledForm(packCode, 'application'),
  });
  for (const key of ['residentId', 'householdRegister', 'needProof', 'bankCard'])
    await village.upload(`/cases/${String(draft['id'])}/materials/${key}/files`, {
      name: `${key}.pdf`,
      bytes: samplePdf(key),
      type: 'application/pdf',
    });
  return village.post(`/cases/${String(draft['id'])}/receive`);
}

describe('papers received at the village', () => {
  after(closeBrowser);

  it('go to the town on a sealed slip and are counted there, without a mouse', async () => {
    const subject = await receivedAtVillage();
    const caseNo = String(subject['caseNo']);
    const visit = await openVisit();
    const { page } = visit;
    await signInThere(visit, 'village');
    await visit.go('/window');
    await press(page, page.getByRole('link', { name: '材料交接' }));
    await page.getByRole('heading', { name: '材料交接', level: 1 }).waitFor();
    await tabTo(page, page.getByRole('checkbox', { name: new RegExp(caseNo) }), { most: 200 });
    await page.keyboard.press('Space');
    const line = page.locator('li', { hasText: caseNo });
    await writeInto(page, line.getByRole('spinbutton').first(), '2');
    await visit.look('handover-new');
    await press(page, page.getByRole('button', { name: /^生成交接单（1 件）/ }), { most: 200 });
    await page.getByText('交接单已生成，请打印后随材料送交。').waitFor();
    const heading = page.getByRole('heading', { level: 1, name: /交〔/ });
    await heading.waitFor();
    const number = await heading.innerText();
    assert.match(number, /交〔\d{4}〕\d+号$/);
    await press(page, page.getByRole('button', { name: /^查看打印 ?交接单/ }));
    await page.getByRole('dialog').locator('canvas').waitFor();
    await visit.look('handover-slip');
    const address = new URL(page.url()).pathname;
    await visit.close();

    const there = await openVisit();
    await signInThere(there, 'town');
    await there.go('/window/handovers');
    await there.page.getByRole('link', { name: number }).waitFor();
    await there.look('handovers');
    await press(there.page, there.page.getByRole('link', { name: number }), { most: 200 });
    await there.page.getByRole('heading', { name: '核对接收' }).waitFor();
    assert.equal(new URL(there.page.url()).pathname, address);
    await writeInto(there.page, there.page.getByRole('spinbutton').first(), '1');
    await writeInto(
      there.page,
      there.page.getByRole('textbox', { name: /^不符说明/ }).first(),
      '少一份复印件',
    );
    await there.look('handover-receive', { full: true });
    await there.page.keyboard.press('Alt+KeyS');
    await there.page.getByText('已确认接收。').waitFor();
    await there.page.getByRole('heading', { name: '不符之处' }).waitFor();
    await press(there.page, there.page.getByRole('button', { name: /^查看打印 ?接收确认/ }));
    await there.page.getByRole('dialog').locator('canvas').waitFor();
    await there.look('handover-receipt');
    await there.close();

    const phone = await openVisit('phone');
    await signInThere(phone, 'village');
    await phone.go(address);
    await phone.page.getByText('少一份复印件').waitFor();
    await phone.look('handover', { full: true });
    await phone.close();
  });
});
