import assert from 'node:assert/strict';
import { after, describe, it } from 'node:test';
import { samplePhoto } from '../../../scripts/journey/foodLicense.ts';
import { demoPassword, findTask } from '../../../scripts/journey/steps.ts';
import { chooseFile } from './chooseFile.ts';
import { fieldNamed } from './fieldNamed.ts';
import { closeBrowser, openVisit } from './openVisit.ts';
import { acceptedCase, as, today } from './prepareCases.ts';
import { chooseRadio, press, tabTo, writeInto } from './reachByKeyboard.ts';
import { signInThere } from './signInThere.ts';
import { writeDay } from './writeDay.ts';

const checks = [
  '场所选址与周边环境',
  '布局和操作流程，防止交叉污染',
  '设备设施与经营品种、数量相适应',
  '给排水和用水卫生',
  '清洗、消毒和保洁设施',
  '贮存、冷藏冷冻和温度控制',
  '防蝇、防鼠、防虫设施',
  '从业人员健康证明',
  '食品安全管理制度落实',
];

describe('the approver', () => {
  after(closeBrowser);

  it('takes a case from the inbox to the decision without a mouse', async () => {
    const one = await acceptedCase();
    const caseNo = String(one['caseNo']);
    await acceptedCase();
    const visit = await openVisit();
    const { page } = visit;
    await signInThere(visit, 'approver');
    await page.getByRole('heading', { name: '待办任务' }).waitFor();
    await page.getByRole('link', { name: caseNo }).waitFor();
    await visit.look('inbox');

    // The place in the inbox is kept in the address: filter, open, back.
    await writeInto(page, page.getByRole('searchbox', { name: '办件编号' }), caseNo);
    await page.keyboard.press('Enter');
    await page.getByText('已显示 1 项').waitFor();
    const place = page.url();
    assert.match(place, new RegExp(`caseNo=${caseNo}`));
    await press(page, page.getByRole('link', { name: caseNo }));
    await page.getByRole('heading', { name: '材料审查' }).waitFor();
    await page.goBack();
    await page.getByText('已显示 1 项').waitFor();
    assert.equal(page.url(), place);
    await tabTo(page, page.getByRole('link', { name: caseNo }), { most: 0 });
    await page.keyboard.press('Enter');

    // Review.
    await page.getByRole('heading', { name: '材料审查' }).waitFor();
    await page.locator('canvas').first().waitFor();
    await visit.look('task-unclaimed');
    await page.keyboard.press('Alt+KeyC');
    await page.getByRole('button', { name: '退回待签收' }).waitFor();
    const form = page.locator('.ow-form-fields');
    await form.getByRole('radiogroup', { name: '主体资格与营业执照一致' }).waitFor();
    await page.keyboard.press('Alt+Digit1');
    await page
      .getByRole('heading', { name: /需要|处/ })
      .first()
      .waitFor();
    await visit.look('task-review-incomplete');
    for (const name of [
      '主体资格与营业执照一致',
      '经营项目与主体业态相适应',
      '平面图、布局和流程符合要求',
      '食品安全管理制度齐全',
    ])
      await chooseRadio(page, form.getByRole('radiogroup', { name }), 0);
    await writeInto(page, fieldNamed(form, '审查意见'), '申请材料齐全，内容真实，建议安排现场核查。');
    await visit.look('task-review');
    await press(page, page.getByRole('button', { name: /^审查通过/ }));
    const dialog = page.getByRole('dialog');
    await dialog.getByText(caseNo).waitFor();
    await visit.look('task-review-confirm');
    await press(page, dialog.getByRole('button', { name: '审查通过' }));
    await page.getByRole('heading', { name: '已提交' }).waitFor();
    await page.getByText(/下一环节：现场核查/).waitFor();
    await visit.look('task-done');

    // The next task of the same queue is one key away.
    const next = page.getByRole('button', { name: new RegExp(`下一件：现场核查（${caseNo}）`) });
    await tabTo(page, next, { most: 0 });
    await page.keyboard.press('Enter');

    // Inspection.
    await page.getByRole('heading', { name: '现场核查' }).waitFor();
    await page.keyboard.press('Alt+KeyC');
    const write = (label: string, text: string) => writeInto(page, fieldNamed(form, label), text);
    await writeDay(page, fieldNamed(form, '核查日期'), today);
    assert.notEqual(await fieldNamed(form, '核查地点').inputValue(), '', 'the address is prefilled');
    await write('现场陪同人员', '李小兰');
    await write('核查人员一姓名', '陈核查');
    await write('核查人员一执法（检查）证号', '京兴执法001');
    await write('核查人员二姓名', '林核查');
    await write('核查人员二执法（检查）证号', '京兴执法002');
    for (const name of checks) await chooseRadio(page, form.getByRole('radiogroup', { name }), 0);
    await write('拍摄内容', '门头');
    await writeDay(page, fieldNamed(form, '拍摄时间'), `${today}T10:30`);
    await write('经度', '116.338');
    await write('纬度', '39.727');
    await chooseFile(page, form.getByRole('button', { name: /^拍照或选择照片/ }), {
      name: '门头.jpg',
      mimeType: 'image/jpeg',
      buffer: Buffer.from(samplePhoto(caseNo)),
    });
    await form.locator('.ow-thumb').waitFor();
    await write('核查意见', '现场核查符合要求。');
    await tabTo(page, form.getByRole('checkbox', { name: /核查记录已经申请人核对/ }));
    await page.keyboard.press('Space');
    await visit.look('task-inspection', { full: true });
    await press(page, page.getByRole('button', { name: /^核查合格/ }));
    await press(page, page.getByRole('dialog').getByRole('button', { name: '核查合格' }));
    await page.getByRole('button', { name: new RegExp(`下一件：审批决定（${caseNo}）`) }).waitFor();
    await page.keyboard.press('Enter');

    // The decision asks for the password; a wrong one is told and decides nothing.
    await page.getByRole('heading', { name: '审批决定' }).waitFor();
    await page.keyboard.press('Alt+KeyC');
    await write('决定理由', '经审查和现场核查，符合《食品经营许可和备案管理办法》规定的条件。');
    await press(page, page.getByRole('button', { name: /^准予许可/ }));
    visit.expects(401);
    await writeInto(page, page.getByRole('dialog').getByLabel(/^您的登录密码/), 'not-the-password');
    await page.keyboard.press('Enter');
    await page.getByRole('dialog').getByRole('alert').waitFor();
    await visit.look('task-decision');
    await writeInto(page, page.getByRole('dialog').getByLabel(/^您的登录密码/), demoPassword);
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: '已提交' }).waitFor();
    await findTask(await as('clerk'), caseNo, 'deliver', 60_000);
    const view = await (await as('clerk')).get(`/cases/${String(one['id'])}`);
    assert.equal((view['decision'] as { kind: string }).kind, 'grant');
    assert.equal((view['licenses'] as unknown[]).length, 1);
    await press(page, page.getByRole('link', { name: '查看办件' }));
    await page.getByRole('heading', { name: `办件 ${caseNo}` }).waitFor();
    await page.getByRole('link', { name: '食品经营许可证' }).waitFor();
    await visit.look('case');
    await visit.close();
  });
});
