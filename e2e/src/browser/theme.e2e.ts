import assert from 'node:assert/strict';
import { after, describe, it } from 'node:test';
import type { Json } from '../../../scripts/journey/apiClient.ts';
import { restaurant, reviewPassed } from '../../../scripts/journey/foodLicense.ts';
import { completeWith, filledIn, handIn } from '../../../scripts/journey/packJourney.ts';
import { completeStep, demoPassword, findTask } from '../../../scripts/journey/steps.ts';
import { chooseFile } from './chooseFile.ts';
import { chooseAct, openTask } from './deskActs.ts';
import { closeBrowser, openVisit } from './openVisit.ts';
import { as } from './prepareCases.ts';
import { chooseRadio, press, tabTo, writeInto } from './reachByKeyboard.ts';
import { signInThere } from './signInThere.ts';

const materials = [
  'identity',
  'businessLicense',
  'floorPlan',
  'equipmentLayout',
  'foodSafetySystem',
  'facilityPlan',
  'fireSafetySystem',
  'constructionAcceptance',
  'trainingRecords',
  'sketch',
];

/** What the water department wants to see, and the questions it asks, of a restaurant with an outlet of its own. */
const ofDrainage = ['drainagePlan', 'pretreatmentProof', 'dischargePledge'];
const ownOutlet = {
  drainage: 'own',
  dailyVolume: 6,
  outlets: 1,
  outletPosition: '店后小巷，接兴华大街 DN400 污水管',
  separated: 'yes',
  pretreatment: { greaseTrap: true },
};

/** What is to follow 容缺, and what nobody needs who has no license yet. */
const later = ['foodSafetySystem', 'businessLicense'];

const founder = {
  kind: 'natural',
  name: '王建国',
  idType: '111',
  idNumber: '11010519491231002X',
  phone: '13800138000',
};

/** An application for the theme, filled in, by a restaurant that has its business license. */
async function draft(): Promise<string> {
  const clerk = await as('clerk');
  const view = await clerk.post('/cases', {
    packCode: 'theme-restaurant',
    operation: 'new',
    applicant: restaurant,
    area: { town: 't005' },
    formData: filledIn('theme-restaurant', 'application', { hasLicense: 'yes' }),
  });
  await handIn(clerk, String(view['id']), materials);
  return String(view['id']);
}

const itemsOf = async (id: string) =>
  (await (await as('clerk')).get(`/cases/${id}/theme`))['items'] as Json[];

describe('a theme 一件事', () => {
  after(closeBrowser);

  it('is taken in at the window, worked at by its departments, and one asks for more material, without a mouse', async () => {
    const visit = await openVisit();
    const { page } = visit;
    await signInThere(visit, 'clerk');
    await page.getByRole('heading', { name: '综合窗口' }).waitFor();

    // The clerk finds it by what happens in life, and by what people call it.
    await page.keyboard.press('/');
    await page.keyboard.insertText('kaigongsi');
    await page.getByText('开办餐饮店一件事').first().waitFor();
    await page.keyboard.press('Control+A');
    await page.keyboard.insertText('餐饮店一件事');
    await page.getByText('找到 1 个事项').waitFor();
    await page.keyboard.press('Enter');
    await tabTo(page, page.getByRole('button', { name: /^开办/ }), { most: 0 });
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: '一件事办理计划' }).waitFor();

    // One question decides what it is made of and what is to be handed in.
    const plan = page.locator('.ow-card, .ant-card').filter({ hasText: '一件事办理计划' });
    await plan.getByText('食品经营许可').waitFor();
    const guide = page.getByRole('region', { name: '情形引导' });
    await chooseRadio(page, guide.getByRole('radiogroup', { name: '已经有营业执照了吗？' }), 1);
    await plan.getByText('内资有限责任公司设立登记').first().waitFor();
    await plan
      .getByText(/等待内资有限责任公司设立登记/)
      .first()
      .waitFor();
    await guide.getByText('因为“已经有营业执照了吗？”的回答是“没有，一并办理”').waitFor();
    await chooseRadio(page, guide.getByRole('radiogroup', { name: '污水怎样排放？' }), 0);
    await plan.getByText('污水排入排水管网许可').first().waitFor();
    await page.getByText('本情形不需要的材料（1）').waitFor();
    await visit.look('theme-draft', { full: true });

    // The rest is typed at another computer; the safety system is to follow.
    const id = page.url().split('/').at(-1) ?? '';
    const clerk = await as('clerk');
    const opened = await clerk.get(`/cases/${id}`);
    assert.equal((opened['formData'] as Json)['hasLicense'], 'no', 'the answer is in the form');
    await clerk.patch(`/cases/${id}`, Number(opened['version']), {
      applicant: founder,
      area: { town: 't005' },
      formData: filledIn('theme-restaurant', 'application', {
        ...ownOutlet,
        hasLicense: 'no',
        businessKind: 'smallCatering',
        premisesArea: 60,
      }),
    });
    await handIn(clerk, id, [
      ...materials.filter((key) => !later.includes(key)),
      'articles',
      'premisesProof',
      ...ofDrainage,
    ]);
    await page.reload();
    await page.getByText(/承诺最迟 .*全部办结/).waitFor();
    await page.keyboard.press('Alt+KeyR');
    // Not the message that goes away by itself: what stays on the page.
    await page.getByRole('button', { name: /^查看打印 ?接收回执/ }).waitFor({ timeout: 60_000 });
    for (const item of await itemsOf(id)) await page.getByText(String(item['caseNo'])).waitFor();

    // The company first: its department registers it, then the others are taken up for it.
    const dialog = page.getByRole('dialog');
    await page.keyboard.press('Alt+KeyA');
    await press(page, dialog.getByRole('button', { name: /^受\s*理$/ }));
    await page
      .getByText(/^承诺 .*前办结/)
      .first()
      .waitFor({ timeout: 60_000 });
    const [company, food, sign, fireCheck, drainage] = (await itemsOf(id)).map((item) =>
      String(item['caseNo']),
    );
    const registrar = await as('approver');
    const setUp = { packCode: 'scjg-company-setup', caseNo: company ?? '' };
    await completeWith(registrar, { ...setUp, step: 'review', form: 'review' }, { outcome: 'reviewed' });
    await completeWith(
      registrar,
      { ...setUp, step: 'decide', form: 'decision' },
      { outcome: 'grant', password: demoPassword },
    );
    await completeWith(
      registrar,
      { ...setUp, step: 'register', form: 'register' },
      { outcome: 'registered' },
    );
    for (let tries = 0; tries < 150; tries += 1) {
      if ((await itemsOf(id)).every(({ state }) => state !== 'waiting')) break;
      await new Promise((resolve) => setTimeout(resolve, 200));
    }
    await page.reload();
    await page.getByRole('heading', { name: '一件事办理计划' }).waitFor();
    await tabTo(page, page.getByRole('button', { name: /^受理/ }), { most: 90 });
    await page.keyboard.press('Alt+KeyA');
    await tabTo(page, dialog.getByRole('checkbox', { name: '食品安全管理制度' }));
    await page.keyboard.press('Space');
    await visit.look('theme-accept');
    await press(page, dialog.getByRole('button', { name: /^受\s*理$/ }));
    await page.getByText('其余材料已齐全，1 项容缺材料待补交。').waitFor({ timeout: 60_000 });
    await visit.look('theme-accepted', { full: true });

    // Four departments have it side by side; the fire department asks for more through the window.
    const [fire, town, urban] = [await as('fire'), await as('town'), await as('urban')];
    const water = await as('water');
    const open: Json[] = [];
    for (const [who, caseNo, step] of [
      [fire, fireCheck, 'review'],
      [town, food, 'review'],
      [urban, sign, 'guide'],
      [water, drainage, 'review'],
    ] as const)
      open.push(await findTask(who, caseNo ?? '', step));
    const departments = new Set(open.map((task) => (task['department'] as Json)['id']));
    assert.deepEqual([...departments], ['xfjy', 't005', 'csglw', 'swj']);
    const drainageCase = String((await itemsOf(id))[4]?.['caseId']);
    await completeWith(
      water,
      { packCode: 'swj-drainage', caseNo: drainage ?? '', step: 'review', form: 'review' },
      { outcome: 'pass' },
    );
    const caseOf = (await itemsOf(id)).map((item) => String(item['caseId']));
    const view = await fire.get(`/cases/${caseOf[3]}`);
    const [drawing = {}] = (view['materials'] as Json[]).filter(({ key }) => key === 'facilityPlan');
    const [file = {}] = drawing['files'] as Json[];
    await fire.post(`/cases/${caseOf[3]}/annotations`, {
      fileId: file['id'],
      page: 1,
      box: { x: 0.2, y: 0.2, width: 0.3, height: 0.1 },
      note: '疏散通道的宽度没有标注',
      toSupplement: true,
    });
    const approver = await openVisit();
    await signInThere(approver, 'fire');
    await openTask(approver, fireCheck ?? '', '材料审查');
    await approver.page.keyboard.press('Alt+KeyC');
    await chooseAct(approver.page, '通过窗口补充材料');
    const asking = approver.page.getByRole('dialog');
    const problem = asking.getByLabel('消防设施平面图 需要补正的内容');
    await problem.waitFor();
    assert.match(
      await problem.inputValue(),
      /疏散通道的宽度没有标注/,
      'what was noted on the page is offered',
    );
    await writeInto(approver.page, asking.getByLabel(/^为什么需要/), '图上看不出疏散宽度是否符合要求');
    await approver.look('theme-asked');
    await press(approver.page, asking.getByRole('button', { name: '发给窗口' }));
    await approver.page.getByText('等待窗口交回').waitFor();

    // Nobody waits for that: the water department decides meanwhile.
    await completeWith(
      water,
      { packCode: 'swj-drainage', caseNo: drainage ?? '', step: 'decide', form: 'decision' },
      { outcome: 'grant', password: demoPassword },
    );
    const decided = (await water.get(`/cases/${drainageCase}`))['decision'] as Json;
    assert.equal(decided['kind'], 'grant');

    // The clerk gets it in and hands it over, and hands in what was to follow.
    await visit.go('/window');
    const request = page.getByRole('region', { name: `办件 ${fireCheck} 的补充材料` });
    await request.getByText(/疏散通道的宽度没有标注/).waitFor();
    await chooseFile(page, request.getByRole('button', { name: /^上传/ }), '新消防平面图', { most: 400 });
    await request.getByText('已提供').waitFor();
    await press(page, request.getByRole('button', { name: /^交给审批人员/ }));
    await request.waitFor({ state: 'detached' });
    await approver.page.getByText('已交回').waitFor();
    await approver.close();
    await visit.go(`/window/cases/${id}`);
    const upload = page.getByRole('button', { name: /^上传 ?食品安全管理制度/ });
    await chooseFile(page, upload, '食品安全管理制度', { most: 200 });
    await page.getByText('必需材料已齐全').waitFor();
    await visit.close();

    // The applicant's page shows every item, on a phone.
    const token = String((await clerk.get(`/cases/${id}`))['progressToken']);
    const phone = await openVisit('phone');
    await phone.go(`/progress/${token}`);
    await phone.page.getByRole('heading', { name: '包含的事项' }).waitFor();
    await phone.page.getByText('户外招牌设置规范服务').waitFor();
    await phone.look('theme-progress', { full: true });
    await phone.close();
  });

  it('has one joint visit, arranged and recorded once for both departments', async () => {
    const id = await draft();
    const clerk = await as('clerk');
    await clerk.post(`/cases/${id}/receive`);
    await clerk.post(`/cases/${id}/accept`);
    const [food, , fireCheck] = (await itemsOf(id)).map((item) => String(item['caseNo']));
    const [scjg, fire] = [await as('approver'), await as('fire')];
    await completeStep(scjg, food ?? '', 'review', { outcome: 'pass', formData: reviewPassed });
    const packCode = 'xfjy-fire-check';
    const at = { packCode, caseNo: fireCheck ?? '', step: 'review', form: 'review' };
    await completeWith(fire, at, { outcome: 'pass' });
    const task = await findTask(fire, fireCheck ?? '', 'inspect');
    const visit = await openVisit();
    const { page } = visit;
    await signInThere(visit, 'fire');
    await visit.go(`/tasks/${String(task['id'])}`);
    await page.getByRole('heading', { name: '联合踏勘' }).waitFor();
    await page.keyboard.press('Alt+KeyC');
    await press(page, page.getByRole('button', { name: '约定踏勘' }));
    await page.getByLabel(/^踏勘时间/).fill('2030-01-08T14:00');
    await writeInto(page, page.getByLabel(/^踏勘地点/), '兴华大街一段12号1层');
    await press(page, page.getByRole('button', { name: '确认约定' }));
    await page.getByText('已约定联合踏勘。').waitFor();
    await press(page, page.getByRole('button', { name: '填写共同记录' }));
    await visit.look('theme-visit', { full: true });
    await visit.close();
    await fire.put(`/cases/${id}/joint-visit/record`, {
      formData: filledIn('theme-restaurant', 'joint-visit'),
    });
    const shown = await openVisit();
    await signInThere(shown, 'fire');
    await shown.go(`/tasks/${String(task['id'])}`);
    await shown.page.getByText('兴华大街一段12号1层').first().waitFor();
    await shown.look('theme-visit-recorded', { full: true });
    await shown.close();
  });
});
