import { after, describe, it } from 'node:test';
import { samplePdf } from '../../../scripts/journey/foodLicense.ts';
import { acceptedCase as acceptedItem, filledForm } from '../../../scripts/journey/itemCase.ts';
import { completeStep, draftFoodLicense, findTask } from '../../../scripts/journey/steps.ts';
import { chooseFile } from './chooseFile.ts';
import { closeBrowser, openVisit } from './openVisit.ts';
import { as, grantedCase } from './prepareCases.ts';
import { chooseRadio, press, tabTo, writeInto } from './reachByKeyboard.ts';
import { signInThere } from './signInThere.ts';

/** An application that lacks one material that may follow later, received. */
async function receivedWithoutRules(): Promise<string> {
  const clerk = await as('clerk');
  const id = String((await draftFoodLicense(clerk, { materials: false }))['id']);
  for (const key of ['businessLicense', 'legalRepresentativeId', 'floorPlan', 'equipmentLayout'])
    await clerk.upload(`/cases/${id}/materials/${key}/files`, {
      name: `${key}.pdf`,
      bytes: samplePdf(key),
      type: 'application/pdf',
    });
  await clerk.post(`/cases/${id}/receive`);
  return id;
}

describe('decisions at the window and after', () => {
  after(closeBrowser);

  it('a clerk accepts with a material to follow, and takes it in later, without a mouse', async () => {
    const id = await receivedWithoutRules();
    const visit = await openVisit();
    const { page } = visit;
    await signInThere(visit, 'clerk');
    await visit.go(`/window/cases/${id}`);
    await page.getByRole('button', { name: /^受理/ }).waitFor();
    await page.keyboard.press('Alt+KeyA');
    const dialog = page.getByRole('dialog', { name: '受理' });
    await tabTo(page, dialog.getByRole('checkbox', { name: '食品安全管理制度' }));
    await page.keyboard.press('Space');
    await dialog.getByText(/申请人承诺在期限内补交/).waitFor();
    await visit.look('accept-waived');
    await press(page, dialog.getByRole('button', { name: '受理' }));
    await page.getByText('已受理，受理通知书已生成。').waitFor();
    await page.getByText('容缺受理承诺书').first().waitFor();
    await page.getByText('容缺材料补交期限').first().waitFor();
    await visit.look('accepted-waived', { full: true });
    await chooseFile(page, page.getByRole('button', { name: /^上传 ?食品安全管理制度/ }), '制度', {
      most: 120,
    });
    await page.locator('li', { hasText: '食品安全管理制度' }).getByText('已提供').waitFor();
    await visit.close();
  });

  it('a department returns a wrong routing, the supervisor reads why, without a mouse', async () => {
    const pack = 'csglw-road-occupation';
    const [clerk, road, traffic] = [await as('clerk'), await as('road'), await as('traffic')];
    const { caseNo, id } = await acceptedItem(clerk, pack);
    await completeStep(road, caseNo, 'review', { outcome: 'pass', formData: filledForm(pack, 'review') });
    const task = await findTask(traffic, caseNo, 'trafficOpinion');
    const visit = await openVisit();
    const { page } = visit;
    await signInThere(visit, 'traffic');
    await visit.go(`/tasks/${String(task['id'])}`);
    await press(page, page.getByRole('button', { name: '退回分派' }));
    const dialog = page.getByRole('dialog', { name: '退回分派' });
    await writeInto(page, dialog.getByLabel(/^退回理由/), '该路段属公路，应由公路管理部门提出意见');
    await visit.look('return-routing');
    await press(page, dialog.getByRole('button', { name: '退回分派' }));
    await page
      .getByRole('heading', { name: '审批' })
      .or(page.getByRole('heading', { name: '待办' }))
      .first()
      .waitFor();
    await visit.close();
    const supervised = await openVisit();
    await signInThere(supervised, 'supervisor');
    await supervised.go(`/cases/${id}`);
    await supervised.page
      .getByText(/该路段属公路/)
      .first()
      .waitFor();
    await supervised.page.getByText(/适用第 1 条规则/).waitFor();
    await supervised.look('routing', { full: true });
    await supervised.close();
  });

  it('the window hands a license over only to whom the case names, without a mouse', async () => {
    const { view } = await grantedCase();
    const task = await findTask(await as('clerk'), String(view['caseNo']), 'deliver', 60_000);
    const visit = await openVisit();
    const { page } = visit;
    await signInThere(visit, 'clerk');
    await visit.go(`/tasks/${String(task['id'])}`);
    await page
      .getByRole('button', { name: /领取|认领|签收/ })
      .first()
      .waitFor();
    await page.keyboard.press('Alt+KeyC');
    await page.getByRole('heading', { name: '送达', exact: true }).waitFor();
    await visit.look('delivery');
    await chooseRadio(page, page.getByRole('radiogroup', { name: '领取人' }), 1);
    await writeInto(page, page.getByLabel(/^领取人姓名/), '李大兰');
    await writeInto(page, page.getByLabel(/^身份证号码/), '11010519491231002X');
    visit.expects(422);
    const hand = page.getByRole('button', { name: '核对并交付' });
    await press(page, hand);
    await page.getByText(/领取人与办件登记的信息不一致/).waitFor();
    await visit.look('delivery-mismatch');
    await writeInto(page, page.getByLabel(/^领取人姓名/), '李小兰');
    await press(page, hand);
    await page.getByText('已交付，送达回执已生成。').waitFor();
    await visit.look('delivery-done');
    await visit.close();
  });
});
