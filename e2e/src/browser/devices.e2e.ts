import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { after, describe, it } from 'node:test';
import type { Page } from 'playwright-core';
import type { Json } from '../../../scripts/journey/apiClient.ts';
import { samplePdf } from '../../../scripts/journey/foodLicense.ts';
import { chooseFile } from './chooseFile.ts';
import { fieldNamed } from './fieldNamed.ts';
import { closeBrowser, openVisit, type Visit } from './openVisit.ts';
import { as } from './prepareCases.ts';
import { chooseRadio, press, tabTo, writeInto } from './reachByKeyboard.ts';
import { signInThere } from './signInThere.ts';

/** The first card of the simulator. */
const elder = { name: '张秀英', number: '11010519551203004X' };
const forms = JSON.parse(
  readFileSync(new URL('../../../processes/fixtures/submissions.json', import.meta.url), 'utf8'),
) as Record<string, Record<string, Json>>;
const application = forms['mzj-elderly-subsidy']?.['forms/application.json'] ?? {};

/** A large scan: five parts of half a megabyte. */
const large = {
  name: '户口簿.pdf',
  mimeType: 'application/pdf',
  buffer: Buffer.concat([Buffer.from(samplePdf('register')), Buffer.alloc(2.5 * 1024 * 1024 - 2000, 'x')]),
};

describe('the window and its devices', () => {
  after(closeBrowser);

  it('reads the card, recognises the person, fills in what is known, scans, goes on with an upload, photographs by phone', async () => {
    const earlier = await receivedBefore();
    const visit = await openVisit();
    const { page } = visit;
    await signInThere(visit, 'village');
    const simulator = await page.context().newPage();
    await simulator.goto(new URL('/devices/simulator', page.url()).href);
    await simulator.getByRole('heading', { name: '设备模拟器（仅开发环境）' }).waitFor();
    await page.bringToFront();
    await visit.go('/window');
    await page.getByRole('heading', { name: '综合窗口' }).waitFor();

    // The card fills the applicant; nothing is typed.
    await page.keyboard.press('/');
    await page.keyboard.type('养老补贴');
    await page.getByText('找到 1 个事项').waitFor();
    await press(page, page.getByRole('button', { name: /^新办/ }));
    await page.getByRole('heading', { name: '申请表' }).waitFor();
    await press(page, page.getByRole('button', { name: /读身份证 ?申请人/ }));
    await page.locator('#part-applicant').getByText('来自读卡器').waitFor();
    assert.equal(await page.locator('#applicant-idNumber').inputValue(), elder.number);
    assert.equal(await page.locator('#applicant-name').inputValue(), elder.name);

    // What the pack takes over from the applicant stands in the form with its source.
    const form = page.locator('.ow-form');
    const name = fieldNamed(form, '姓名').first();
    await page.getByText('来自读卡器').nth(1).waitFor();
    assert.equal(await name.inputValue(), elder.name);

    // Faces are compared after separate consent.
    await press(page, page.getByRole('button', { name: '人证比对' }));
    const consent = page.getByRole('dialog', { name: '人脸比对须本人单独同意' });
    await consent.waitFor();
    await visit.look('identity-consent');
    await press(page, consent.getByRole('button', { name: '本人同意', exact: true }));
    await page.getByText(/比对一致：分值 0\.97/).waitFor();

    // What an earlier application said is filled in, and a change of it asks why.
    await press(page, page.getByRole('button', { name: new RegExp(`填入申请表 ?${earlier}`) }));
    const address = fieldNamed(form, '现居住地址');
    await page.getByText(`来自以往办件 ${earlier}`).first().waitFor();
    assert.equal(await address.inputValue(), String(application['residenceAddress']));
    await visit.look('known-filled', { full: true });
    await writeInto(page, address, '黄村镇新居小区 5 号楼');
    const reason = page.locator('#reason-residenceAddress');
    await reason.waitFor({ state: 'attached' });
    await tabTo(page, reason, { most: 120 });
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await page.keyboard.press('Alt+KeyS');
    await page.getByText('已保存', { exact: true }).waitFor();
    await visit.look('known-changed');

    // Scanned pages become files of the material, and are read beside the form.
    await press(page, page.getByRole('button', { name: '扫描：老年人居民身份证' }), { most: 120 });
    const scanned = page.getByRole('button', { name: '老年人居民身份证-01.jpg', exact: true });
    await scanned.waitFor();
    await press(page, scanned, { most: 120 });
    const preview = page.getByRole('region', { name: '材料预览' });
    await preview.getByRole('img').waitFor();
    const border = page.getByRole('separator', { name: '调整预览宽度' });
    await tabTo(page, border, { back: true });
    const before = Number(await border.getAttribute('aria-valuenow'));
    await page.keyboard.press('ArrowLeft');
    assert.ok(Number(await border.getAttribute('aria-valuenow')) > before);
    await visit.look('preview-beside');
    await press(page, preview.getByRole('button', { name: '关闭预览' }));

    await uploadBreaksOff(visit);
    await photographByPhone(visit);

    // A window without its devices says what to do instead.
    await simulator.close();
    await page.keyboard.press('Alt+Digit1');
    await press(page, page.getByRole('button', { name: /读身份证 ?申请人/ }));
    await page.getByText('没有找到读卡器。请检查连接，或直接录入证件信息。').waitFor();
    await visit.look('reader-absent');
    await visit.close();
  });
});

/** The same person applied before; the number of that case. */
async function receivedBefore(): Promise<string> {
  const village = await as('village');
  const draft = await village.post('/cases', {
    packCode: 'mzj-elderly-subsidy',
    operation: 'new',
    applicant: { kind: 'natural', name: elder.name, idType: '111', idNumber: elder.number },
    area: { town: 't005', village: 'v005901' },
    formData: application,
  });
  return String((await village.post(`/cases/${String(draft['id'])}/receive`))['caseNo']);
}

/** The line breaks after three of five parts, the page is opened anew, and the same file goes on from 60 %. */
async function uploadBreaksOff(visit: Visit): Promise<void> {
  const { page } = visit;
  let parts = 0;
  const starts: string[] = [];
  // The browser notes each broken request; that is the journey.
  visit.expects(Number.NaN);
  await page.route('**/api/v1/uploads/*', async (route) => {
    const request = route.request();
    if (request.method() === 'PATCH') {
      starts.push(request.headers()['upload-offset'] ?? '');
      parts += 1;
      if (parts > 3) return route.abort();
    } else if (parts > 3) return route.abort();
    return route.continue();
  });
  const button = page.getByRole('button', { name: /^上传 ?户口簿/ });
  await chooseFile(page, button, large, { most: 160 });
  await page.getByRole('button', { name: /继续上传 ?户口簿/ }).waitFor({ timeout: 30_000 });
  await visit.look('upload-broken');
  await page.unroute('**/api/v1/uploads/*');
  await page.reload();
  await page.getByText(/“户口簿.pdf”已上传 60%/).waitFor();
  await visit.look('upload-pending');
  const resumed: string[] = [];
  page.on('request', (request) => {
    if (request.method() === 'PATCH' && request.url().includes('/uploads/'))
      resumed.push(request.headers()['upload-offset'] ?? '');
  });
  const goOn = page.getByRole('button', { name: /选择同一文件，继续上传 ?户口簿/ });
  await chooseFile(page, goOn, large, { most: 160 });
  await page.getByRole('button', { name: '户口簿.pdf', exact: true }).waitFor();
  assert.equal(resumed[0], String(3 * 512 * 1024), 'it goes on after the third part');
}

/** The applicant's phone opens the code, straightens a page that lies askew, and the window has it. */
async function photographByPhone(visit: Visit): Promise<void> {
  const { page } = visit;
  await press(page, page.getByRole('button', { name: /^用手机拍照：社会保障卡/ }), { most: 160 });
  const dialog = page.getByRole('dialog', { name: /^用手机拍照/ });
  await dialog.getByText('等待手机打开。').waitFor();
  await visit.look('capture-code');
  const link = await dialog.getByRole('link').getAttribute('href');
  const phone = await openVisit('phone');
  await phone.go(new URL(link ?? '').pathname);
  await phone.page.getByRole('heading', { name: '拍摄材料' }).waitFor();
  await phone.look('capture-start');
  const photo = { name: 'IMG.jpg', mimeType: 'image/jpeg', buffer: await askewPage(phone.page) };
  await chooseFile(phone.page, phone.page.getByRole('button', { name: '拍第一页' }), photo);
  await phone.page.getByText('已找到纸张边缘').waitFor();
  const corner = phone.page.getByRole('button', { name: '左上角' });
  await tabTo(phone.page, corner);
  const left = () =>
    corner.evaluate((element: { style: { left: string } }) =>
      Number.parseFloat(element.style.left).toFixed(3),
    );
  const at = await left();
  await phone.page.keyboard.press('ArrowLeft');
  await phone.page.keyboard.press('ArrowRight');
  await press(phone.page, phone.page.getByRole('button', { name: '向右', exact: true }));
  await press(phone.page, phone.page.getByRole('button', { name: '向左', exact: true }), { back: true });
  assert.equal(await left(), at);
  await chooseRadio(phone.page, phone.page.getByRole('radiogroup', { name: '颜色' }), 2);
  await phone.look('capture-corners');
  await press(phone.page, phone.page.getByRole('button', { name: '校正并发送' }));
  await phone.page.getByText('已收到 1 页。').waitFor();
  await dialog.getByText('已收到 1 页。').waitFor();
  await press(phone.page, phone.page.getByRole('button', { name: '拍完了' }));
  await phone.page.getByText('已全部发送').waitFor();
  await phone.look('capture-done');
  await phone.close();
  await dialog.getByText('拍照页面已关闭。').waitFor();
  await press(page, dialog.getByRole('button', { name: /^关\s*闭$/ }).last());
  const received = page.getByRole('button', { name: /复印件-01\.jpg$/ });
  await press(page, received.first(), { most: 160 });
  await page.getByRole('region', { name: '材料预览' }).getByRole('img').waitFor();
  await visit.look('capture-received');
  await press(page, page.getByRole('button', { name: '关闭预览' }));
}

/** A photograph of a page that lies askew on a dark table. */
async function askewPage(page: Page): Promise<Buffer> {
  const data = await page.evaluate<string>(`(() => {
    const canvas = document.createElement('canvas');
    canvas.width = 900; canvas.height = 1200;
    const pen = canvas.getContext('2d');
    pen.fillStyle = '#4a3b2e'; pen.fillRect(0, 0, 900, 1200);
    pen.setTransform(0.95, 0.12, -0.1, 0.95, 130, 60);
    pen.fillStyle = '#f4f2ea'; pen.fillRect(0, 0, 680, 960);
    pen.fillStyle = '#222'; pen.font = '48px sans-serif'; pen.fillText('BANK CARD 6222 0000', 60, 120);
    for (let line = 0; line < 18; line += 1) pen.fillRect(60, 200 + line * 40, 540 - (line * 61) % 200, 8);
    return canvas.toDataURL('image/jpeg', 0.9).split(',')[1];
  })()`);
  return Buffer.from(data, 'base64');
}
