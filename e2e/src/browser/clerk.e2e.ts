import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { after, describe, it } from 'node:test';
import { restaurant } from '../../../scripts/journey/foodLicense.ts';
import { demoPassword } from '../../../scripts/journey/steps.ts';
import { chooseFile } from './chooseFile.ts';
import { fieldNamed } from './fieldNamed.ts';
import { fillFoodForm } from './fillFoodForm.ts';
import { closeBrowser, openVisit } from './openVisit.ts';
import { chooseRadio, press, tabTo, writeInto } from './reachByKeyboard.ts';
import { signInThere } from './signInThere.ts';

const materials = [
  '营业执照或其他主体资格证明',
  '法定代表人（负责人）身份证明',
  '经营场所平面图',
  '设备设施布局和操作流程图',
  '食品安全管理制度',
];

describe('the window clerk', () => {
  after(closeBrowser);

  it('takes an application in without a mouse: from log-in to the receipt', async () => {
    const visit = await openVisit();
    const { page } = visit;
    await visit.go('/');
    await page.getByRole('heading', { name: '工作人员登录' }).waitFor();
    await visit.look('login');
    await writeInto(page, page.getByLabel('用户名'), 'clerk');
    await writeInto(page, page.getByLabel('密码', { exact: true }), demoPassword);
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: '综合窗口' }).waitFor();

    // The item by the initials of its pinyin.
    await page.keyboard.press('/');
    await page.keyboard.type('spjyxk');
    await page.getByText('找到 1 个事项').waitFor();
    await visit.look('window');
    await page.keyboard.press('Enter');
    await tabTo(page, page.getByRole('button', { name: /^新办/ }), { most: 0 });
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: '申请表' }).waitFor();
    const address = page.url();

    // Applicant: a wrong credit code is told with the rule it breaks, then corrected.
    await page.keyboard.press('Alt+Digit1');
    const applicant = page.locator('#part-applicant');
    await chooseRadio(page, applicant.getByRole('radiogroup', { name: '申请人类型' }), 1);
    await writeInto(page, applicant.getByLabel(/^单位名称/), restaurant.name);
    visit.expects(422);
    await writeInto(page, applicant.getByLabel(/^证件号码/), '91110115MA01A2B3C1');
    await applicant.getByText(/校验/).first().waitFor();
    await visit.look('window-credit-code');
    await writeInto(page, applicant.getByLabel(/^证件号码/), restaurant.idNumber);
    await writeInto(page, applicant.getByLabel('联系电话'), restaurant.phone);
    await writeInto(page, applicant.getByLabel('法定代表人'), restaurant.legalRepresentative);

    // Area, form and materials.
    await tabTo(page, page.getByLabel(/^镇、街道/));
    await page.keyboard.insertText('黄村');
    await page.keyboard.press('Enter');
    await fillFoodForm(page);
    for (const name of materials) {
      await chooseFile(
        page,
        page.getByRole('button', { name: new RegExp(`^上传 ?${name.replace(/[（）]/g, '.')}`) }),
        'material',
      );
      await page.locator('li', { hasText: name }).getByText('已提供').waitFor();
    }
    await page.keyboard.press('Alt+KeyS');
    await page.getByText('已保存', { exact: true }).waitFor();
    await visit.look('window-draft', { full: true });

    // What was typed is still there after a reload.
    await page.reload();
    const name = fieldNamed(page.locator('#part-form'), '经营者名称');
    await name.waitFor();
    assert.equal(await name.inputValue(), restaurant.name);
    assert.equal(await page.locator('#applicant-idNumber').inputValue(), restaurant.idNumber);
    assert.equal(page.url(), address);
    await page.getByText('必需材料已齐全').waitFor();

    // Receive, accept, take the receipt.
    await page.keyboard.press('Alt+KeyR');
    await page.getByText('已收件，回执已生成。').waitFor();
    await page
      .getByText(/^办件 110115\d+$/)
      .first()
      .waitFor();
    await page.keyboard.press('Alt+KeyA');
    await page.getByRole('dialog', { name: '受理' }).waitFor();
    await visit.look('window-accept');
    await press(page, page.getByRole('dialog').getByRole('button', { name: '受理' }));
    await page.getByText('已受理，受理通知书已生成。').waitFor();
    await page.getByRole('button', { name: /^查看打印 ?受理通知书/ }).waitFor();
    await visit.look('window-accepted');
    const download = page.waitForEvent('download');
    await press(page, page.getByRole('button', { name: /^下载 ?接收/ }), { most: 90 });
    const receipt = await readFile(await (await download).path());
    assert.equal(receipt.subarray(0, 5).toString(), '%PDF-');
    await press(page, page.getByRole('button', { name: /^查看打印 ?接收/ }), { most: 90, back: true });
    await page.getByRole('dialog').locator('canvas').waitFor();
    await visit.look('window-receipt');
    await visit.close();
  });

  it('works in English as well', async () => {
    const visit = await openVisit();
    const { page } = visit;
    await signInThere(visit, 'clerk');
    await press(page, page.getByRole('button', { name: 'English' }), { back: true });
    await page.getByRole('heading', { name: 'Service window' }).waitFor();
    assert.equal(await page.locator('html').getAttribute('lang'), 'en');
    await visit.look('window-english');
    // Names of departments and people are data and have no English.
    const text = (await page.locator('body').innerText()).replaceAll(
      /大兴区\S+?(局|委员会|中心|支队)|王窗口|北京\*+公司|一窗|中文/g,
      '',
    );
    assert.equal(/[\u4e00-\u9fff]/.test(text), false, `Chinese is left over: ${text}`);
    await visit.close();
  });
});
