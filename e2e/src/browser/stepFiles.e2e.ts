import assert from 'node:assert/strict';
import { after, describe, it } from 'node:test';
import type { Locator } from 'playwright-core';
import type { Json } from '../../../scripts/journey/apiClient.ts';
import {
  inspectionReport,
  reviewPassed,
  samplePdf,
  samplePhoto,
} from '../../../scripts/journey/foodLicense.ts';
import { completeStep, findTask } from '../../../scripts/journey/steps.ts';
import { chooseFile } from './chooseFile.ts';
import { fieldNamed } from './fieldNamed.ts';
import { closeBrowser, openVisit } from './openVisit.ts';
import { acceptedCase, as, today } from './prepareCases.ts';
import { press, writeInto } from './reachByKeyboard.ts';
import { signInThere } from './signInThere.ts';

const photo = (name = '门头.jpg') => ({
  name,
  mimeType: 'image/jpeg',
  buffer: Buffer.from(samplePhoto(name)),
});

/** A food license whose inspection the approver holds: the case, and the id of its task. */
async function heldInspection(): Promise<{ view: Json; taskId: string }> {
  const view = await acceptedCase();
  const approver = await as('approver');
  const number = String(view['caseNo']);
  await completeStep(approver, number, 'review', { outcome: 'pass', formData: reviewPassed });
  const taskId = String((await findTask(approver, number, 'inspect'))['id']);
  await approver.post(`/tasks/${taskId}/claim`);
  return { view, taskId };
}

/** Waits until the browser has drawn the picture; fails for a broken one. */
async function waitForPicture(picture: Locator): Promise<void> {
  await picture.waitFor();
  await picture.evaluate((element: { decode(): Promise<void> }) => element.decode());
}

describe('photographs of an inspection', () => {
  after(closeBrowser);

  it('are uploaded in the form without a mouse, fill in time and place, and are seen in the case afterwards', async () => {
    const { view, taskId } = await heldInspection();
    const visit = await openVisit();
    const { page } = visit;
    await signInThere(visit, 'approver');
    await visit.go(`/tasks/${taskId}`);
    const form = page.locator('.ow-form-fields');
    const choose = form.getByRole('button', { name: /^拍照或选择照片/ });
    await choose.waitFor();

    // Wrong kind is told at once; wrong content is what the server finds.
    await chooseFile(page, choose, 'plan', { most: 120 });
    await form
      .getByRole('alert')
      .getByText(/只能上传 \.jpg \.jpeg \.png 文件/)
      .waitFor();
    await visit.look('task-photo-kind');
    visit.expects(415, 422);
    const forged = { name: 'forged.jpg', mimeType: 'image/jpeg', buffer: Buffer.from(samplePdf('forged')) };
    await chooseFile(page, choose, forged);
    await form
      .getByRole('alert')
      .getByText(/内容与类型不符/)
      .waitFor();
    const large = { ...photo('large.jpg'), buffer: Buffer.alloc(20 * 1024 * 1024 + 1) };
    await chooseFile(page, choose, large);
    await form
      .getByRole('alert')
      .getByText(/不能超过 20MB/)
      .waitFor();

    await chooseFile(page, choose, photo());
    await waitForPicture(form.locator('.ow-thumb'));
    await form.getByText('已按照片记录填写拍摄时间、位置，请核对').waitFor();
    assert.equal(await fieldNamed(form, '拍摄时间').inputValue(), '2026-11-23T10:30');
    assert.equal(await fieldNamed(form, '经度').inputValue(), '116.338');
    assert.equal(await fieldNamed(form, '纬度').inputValue(), '39.727');
    await visit.look('task-photo');

    // Look at it large, take it out, put it in again.
    await press(page, form.getByRole('button', { name: /^门头\.jpg/ }));
    const viewer = page.getByRole('dialog', { name: '门头.jpg' });
    await waitForPicture(viewer.getByRole('img', { name: '门头.jpg' }));
    await visit.look('task-photo-large');
    await page.keyboard.press('Escape');
    await viewer.waitFor({ state: 'detached' });
    await press(page, form.getByRole('button', { name: '移除 门头.jpg' }));
    await chooseFile(page, choose, photo('门头二.jpg'));
    await waitForPicture(form.locator('.ow-thumb'));

    // The rest of the form is filled in through the API's own data, then sent by the page.
    const report = inspectionReport(today);
    for (const [label, value] of [
      ['现场陪同人员', report['siteContact']],
      ['核查人员一姓名', report['inspectorOneName']],
      ['核查人员一执法（检查）证号', report['inspectorOneCertificate']],
      ['核查人员二姓名', report['inspectorTwoName']],
      ['核查人员二执法（检查）证号', report['inspectorTwoCertificate']],
      ['拍摄内容', '门头'],
      ['核查意见', report['conclusion']],
    ] as const)
      await fieldNamed(form, label).fill(String(value));
    await fieldNamed(form, '核查日期').fill(today);
    for (const group of await form.getByRole('radiogroup').all())
      await group.getByRole('radio').first().check();
    await form.getByRole('checkbox', { name: /核查记录已经申请人核对/ }).check();
    await press(page, page.getByRole('button', { name: /^核查合格/ }), { most: 120 });
    await press(page, page.getByRole('dialog').getByRole('button', { name: '核查合格' }));
    await page.getByRole('heading', { name: '已提交' }).waitFor();

    // In the case, for everybody who may see it.
    await visit.go(`/cases/${String(view['id'])}`);
    await press(page, page.getByRole('tab', { name: '办理经过' }), { most: 90 });
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('Enter');
    await page.getByRole('tab', { name: '环节填写', selected: true }).waitFor();
    await press(page, page.getByRole('button', { name: /现场核查/ }));
    const read = page.locator('.ow-read');
    await waitForPicture(read.locator('.ow-thumb'));
    await visit.look('case-photo', { full: true });
    await press(page, read.getByRole('button', { name: /门头二\.jpg/ }));
    await waitForPicture(page.getByRole('dialog').getByRole('img', { name: '门头二.jpg' }));
    const download = page.waitForEvent('download');
    await press(page, page.getByRole('dialog').getByRole('button', { name: '下载' }));
    assert.equal((await download).suggestedFilename(), '门头二.jpg');
    await visit.close();
  });

  it('are taken on a phone at the place', async () => {
    const { taskId } = await heldInspection();
    const visit = await openVisit('phone');
    const { page } = visit;
    await signInThere(visit, 'approver');
    await visit.go(`/tasks/${taskId}`);
    const form = page.locator('.ow-form-fields');
    const opened = page.waitForEvent('filechooser');
    await form.getByRole('button', { name: /^拍照或选择照片/ }).click();
    await (await opened).setFiles(photo());
    await waitForPicture(form.locator('.ow-thumb'));
    await form.locator('.ow-thumb').scrollIntoViewIfNeeded();
    await visit.look('task-photo');
    await visit.close();
  });

  it('say so when the line is down, and are sent when it is back', async () => {
    const { taskId } = await heldInspection();
    const visit = await openVisit();
    const { page } = visit;
    await signInThere(visit, 'approver');
    await visit.go(`/tasks/${taskId}`);
    const form = page.locator('.ow-form-fields');
    const choose = form.getByRole('button', { name: /^拍照或选择照片/ });
    await choose.waitFor();
    await writeInto(page, fieldNamed(form, '拍摄内容'), '后厨');
    await page.route('**/files?field=*', (route) => route.abort());
    await chooseFile(page, choose, photo());
    await form
      .getByRole('alert')
      .getByText(/无法连接服务器/)
      .waitFor();
    await page.unroute('**/files?field=*');
    await chooseFile(page, choose, photo());
    await waitForPicture(form.locator('.ow-thumb'));
    assert.equal(await fieldNamed(form, '拍摄内容').inputValue(), '后厨', 'what was typed is still there');
  });
});
