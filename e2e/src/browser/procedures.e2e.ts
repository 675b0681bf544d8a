import { after, describe, it } from 'node:test';
import { findTask } from '../../../scripts/journey/steps.ts';
import { fieldNamed } from './fieldNamed.ts';
import { closeBrowser, openVisit, type Screen, type Visit } from './openVisit.ts';
import { as } from './prepareCases.ts';
import { PreparedCase } from './prepareItems.ts';
import { chooseRadio, press, writeInto } from './reachByKeyboard.ts';
import { signInThere } from './signInThere.ts';

const screens: readonly Screen[] = ['office', 'phone'];

/** Opens a task, takes it where it is free, and waits for its form. */
async function openTask(visit: Visit, path: string, field: string): Promise<void> {
  const { page } = visit;
  await visit.go(path);
  const claim = page.getByRole('button', { name: /^签收/ });
  await claim
    .or(page.getByRole('group', { name: '办理结论' }))
    .first()
    .waitFor();
  if ((await claim.count()) > 0) await page.keyboard.press('Alt+KeyC');
  await fieldNamed(page.locator('.ow-form-fields'), field).waitFor();
}

describe('joint opinions, panels and hearings on the screen', () => {
  after(closeBrowser);

  it('show the police their form, and the officer who decides what each department said', async () => {
    const subject = await PreparedCase.accepted('csglw-road-occupation');
    await subject.step('road', 'review', 'pass', 'review');
    const path = await subject.taskPage('traffic', 'trafficOpinion');
    for (const screen of screens) {
      const visit = await openVisit(screen);
      await signInThere(visit, 'traffic');
      await openTask(visit, path, '意见和理由');
      await visit.look('joint-opinion', { full: true });
      await visit.close();
    }
    await subject.step('traffic', 'trafficOpinion', 'disagree', 'traffic-opinion');
    await subject.step('road', 'cityOpinion', 'agree', 'city-opinion');
    const meeting = await subject.taskPage('road', 'headsMeeting');
    for (const screen of screens) {
      const visit = await openVisit(screen);
      await signInThere(visit, 'road');
      await openTask(visit, meeting, '会商结论');
      await visit.page.getByRole('tab', { name: '会签意见' }).click();
      await visit.page.getByText('意见不一致').first().waitFor();
      await visit.look('heads-meeting', { full: true });
      await visit.close();
    }
  });

  it('lets an expert withdraw or give an opinion by keyboard, on a desk and on a phone', async () => {
    const subject = await PreparedCase.accepted('jw-private-kindergarten');
    await subject.step('school', 'review', 'pass', 'review');
    const convene = await subject.taskPage('school', 'convene');
    for (const screen of screens) {
      const visit = await openVisit(screen);
      await signInThere(visit, 'school');
      await openTask(visit, convene, '需要专家评审的理由');
      await visit.page.getByRole('heading', { name: '专家名录' }).waitFor();
      await visit.look('convene-panel', { full: true });
      await visit.close();
    }
    await subject.step('school', 'convene', 'convened', 'convene');
    const path = await subject.taskPage('expert2', 'expertOpinion');
    const visit = await openVisit();
    const { page } = visit;
    await signInThere(visit, 'expert2');
    await page.getByRole('link', { name: subject.caseNo }).waitFor();
    await visit.look('expert-inbox');
    await visit.go(path);
    const form = page.locator('.ow-form-fields');
    const group = (name: RegExp) => form.getByRole('radiogroup', { name });
    await group(/是否存在利害关系/).waitFor();
    await chooseRadio(page, group(/是否存在利害关系/), 0);
    for (const name of [/选址和园舍条件/, /安全和卫生保健/, /师资队伍/, /保育教育方案/])
      await chooseRadio(page, group(name), 0);
    await chooseRadio(page, group(/^评审意见/), 0);
    await writeInto(page, fieldNamed(form, '理由和建议'), '条件符合设置标准。');
    await visit.look('expert-opinion', { full: true });
    await page.keyboard.press('Alt+Digit1');
    const confirm = page.getByRole('dialog').getByRole('button', { name: '提交评审意见' });
    await press(page, confirm);
    await page.getByRole('heading', { name: '已提交' }).waitFor();
    await visit.close();
    const phone = await openVisit('phone');
    await signInThere(phone, 'expert3');
    await phone.go(await subject.taskPage('expert3', 'expertOpinion'));
    await phone.page.getByRole('radiogroup', { name: /是否存在利害关系/ }).waitFor();
    await phone.look('expert-opinion', { full: true });
    await phone.close();
  });

  it('shows telling of the right, asking, arranging and recording a hearing', async () => {
    const subject = await PreparedCase.accepted('whlyj-entertainment');
    await subject.step('culture', 'review', 'pass', 'review');
    await subject.step('culture', 'siteCheck', 'reported', 'site-check');
    const steps = [
      ['tellHearing', 'told', 'tell-hearing', '直接涉及的重大利益关系'],
      ['awaitRequest', 'requested', 'hearing-request', '申请人（利害关系人）姓名或者名称'],
      ['arrangeHearing', null, null, '听证地点'],
    ] as const;
    for (const [step, outcome, form, field] of steps) {
      const path = await subject.taskPage('culture', step);
      for (const screen of screens) {
        const visit = await openVisit(screen);
        await signInThere(visit, 'culture');
        await openTask(visit, path, field);
        await visit.look(`hearing-${step}`, { full: true });
        await visit.close();
      }
      if (outcome !== null) await subject.step('culture', step, outcome, form);
    }
    await findTask(await as('culture'), subject.caseNo, 'arrangeHearing');
  });
});
