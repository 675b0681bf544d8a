import assert from 'node:assert/strict';
import { after, describe, it } from 'node:test';
import type { Json } from '../../../scripts/journey/apiClient.ts';
import { draftFoodLicense } from '../../../scripts/journey/steps.ts';
import { chooseFile } from './chooseFile.ts';
import { closeBrowser, openVisit } from './openVisit.ts';
import { as } from './prepareCases.ts';
import { press, tabTo, writeInto } from './reachByKeyboard.ts';
import { signInThere } from './signInThere.ts';

const materials = [
  '营业执照或其他主体资格证明',
  '法定代表人（负责人）身份证明',
  '经营场所平面图',
  '设备设施布局和操作流程图',
  '食品安全管理制度',
];

/** An application that was received without any material. */
async function receivedWithoutMaterials(): Promise<Json> {
  const clerk = await as('clerk');
  const draft = await draftFoodLicense(clerk, { materials: false });
  return clerk.post(`/cases/${String(draft['id'])}/receive`);
}

describe('corrections at the window', () => {
  after(closeBrowser);

  it('are told in one complete list without a mouse, and the case is received again when they are in', async () => {
    const view = await receivedWithoutMaterials();
    const visit = await openVisit();
    const { page } = visit;
    await signInThere(visit, 'clerk');
    await visit.go(`/window/cases/${String(view['id'])}`);
    await page.getByRole('button', { name: /^一次性告知补正/ }).waitFor();
    await page.keyboard.press('Alt+KeyU');
    const dialog = page.getByRole('dialog', { name: '一次性告知补正' });
    await dialog.getByText(/依法只能一次性告知/).waitFor();
    // Every missing material is on the list already; its words can be changed.
    for (const name of materials)
      assert.equal(await dialog.getByRole('checkbox', { name }).isChecked(), true, name);
    await visit.look('supplement');
    await writeInto(
      page,
      dialog.getByLabel('经营场所平面图 需要补正的内容'),
      '请补交注明面积和分区的平面图。',
    );
    await press(page, dialog.getByRole('button', { name: /增加其他补正内容/ }));
    const issue = dialog.getByRole('button', { name: /^出具补正告知书（6 项）/ });
    assert.equal(await issue.isDisabled(), true, 'a point without words cannot be issued');
    await writeInto(page, dialog.getByLabel(/^申请表中的项目/), '经营场所面积');
    await writeInto(
      page,
      dialog.getByRole('textbox', { name: /^需要补正的内容/ }),
      '与平面图不一致，请核对。',
    );
    await visit.look('supplement-filled');
    // A point added by mistake can be taken off again.
    await press(page, dialog.getByRole('button', { name: /增加其他补正内容/ }));
    await press(page, dialog.getByRole('button', { name: '移除第 2 条其他补正内容' }));
    await press(page, issue);
    await page.getByText('补正告知书已生成。').waitFor();
    const told = page.getByRole('alert').filter({ hasText: '已告知申请人补正以下内容' });
    await told.getByText('经营场所平面图: 请补交注明面积和分区的平面图。').waitFor();
    await told.getByText('经营场所面积: 与平面图不一致，请核对。').waitFor();
    await page.getByRole('button', { name: /^查看打印 ?补正告知书/ }).waitFor();
    await visit.look('supplement-told');
    for (const name of materials) {
      const button = page.getByRole('button', { name: new RegExp(`^上传 ?${name.replace(/[（）]/g, '.')}`) });
      await chooseFile(page, button, 'material', { most: 120 });
      await page.locator('li', { hasText: name }).getByText('已提供').waitFor();
    }
    await page.keyboard.press('Alt+KeyR');
    await page.getByText('已重新收件。').waitFor();
    const fresh = await (await as('clerk')).get(`/cases/${String(view['id'])}`);
    assert.equal(fresh['state'], 'received');
    await visit.close();
  });

  it('fit a phone, and closing the dialog tells nobody anything', async () => {
    const view = await receivedWithoutMaterials();
    const visit = await openVisit('phone');
    const { page } = visit;
    await signInThere(visit, 'clerk');
    await visit.go(`/window/cases/${String(view['id'])}`);
    await page.getByRole('button', { name: /^一次性告知补正/ }).click();
    const dialog = page.getByRole('dialog', { name: '一次性告知补正' });
    await dialog.getByRole('button', { name: /增加其他补正内容/ }).click();
    await visit.look('supplement', { full: true });
    await tabTo(page, dialog.getByRole('button', { name: /^取 ?消$/ }));
    await page.keyboard.press('Escape');
    await dialog.waitFor({ state: 'detached' });
    const fresh = await (await as('clerk')).get(`/cases/${String(view['id'])}`);
    assert.equal(fresh['state'], 'received');
    await visit.close();
  });
});
