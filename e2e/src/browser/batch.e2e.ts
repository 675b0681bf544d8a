import assert from 'node:assert/strict';
import { after, describe, it } from 'node:test';
import { completeStep, demoPassword, findTask } from '../../../scripts/journey/steps.ts';
import { fieldNamed } from './fieldNamed.ts';
import { closeBrowser, openVisit } from './openVisit.ts';
import { as } from './prepareCases.ts';
import { subsidyToApprove } from './prepareSubsidies.ts';
import { chooseRadio, press, tabTo, writeInto } from './reachByKeyboard.ts';
import { signInThere } from './signInThere.ts';

const reason = '经审核公示，符合条件，予以批准。';

describe('the batch approval of the district', () => {
  after(closeBrowser);

  it('lists what is about to be approved, refuses an incomplete form and a wrong password, and tells what came of each', async () => {
    const numbers = [await subsidyToApprove(), await subsidyToApprove(), await subsidyToApprove()];
    const [first = '', second = '', gone = ''] = numbers;
    const visit = await openVisit();
    const { page } = visit;
    await signInThere(visit, 'civil');
    await page.getByRole('heading', { name: '待办任务' }).waitFor();
    for (const number of numbers) {
      await tabTo(page, page.getByRole('checkbox', { name: `选择办件 ${number}` }), { most: 120 });
      await page.keyboard.press('Space');
    }
    await page.getByText('已选 3 项').waitFor();
    await visit.look('inbox-chosen');
    await press(page, page.getByRole('button', { name: '批量办理' }), { most: 120 });

    // The list to confirm, then the one form for all of them.
    const dialog = page.getByRole('dialog', { name: '确认批量办理的办件' });
    for (const number of numbers) await dialog.getByRole('cell', { name: number }).waitFor();
    const opinion = fieldNamed(dialog, '审批意见');
    await opinion.waitFor();
    await visit.look('batch-confirm');
    const outcome = dialog.getByRole('radiogroup', { name: '办理结论' });
    await chooseRadio(page, outcome, 0);
    await writeInto(page, dialog.getByLabel(/^您的登录密码/), 'not-the-password');
    const confirm = dialog.getByRole('button', { name: /^确认 3 件：/ });
    await press(page, confirm);
    await dialog.getByRole('heading', { name: /需要改正/ }).waitFor();
    await visit.look('batch-incomplete');
    await writeInto(page, opinion, reason);
    visit.expects(401);
    await press(page, confirm);
    await dialog.getByText(/密码不正确/).waitFor();
    await visit.look('batch-password');
    assert.equal((await findTask(await as('civil'), first, 'districtApprove'))['state'], 'open');

    // One of them is decided elsewhere meanwhile: the others go through, this one says why it does not.
    await completeStep(await as('civil'), gone, 'districtApprove', {
      outcome: 'grant',
      formData: { reason },
      password: demoPassword,
    });
    await writeInto(page, dialog.getByLabel(/^您的登录密码/), demoPassword);
    await press(page, confirm);
    const result = page.getByRole('dialog', { name: '办理结果' });
    await result.waitFor();
    for (const [number, words] of [
      [first, '已完成'],
      [second, '已完成'],
      [gone, '该任务已办结。'],
    ] as const)
      await result
        .getByRole('row', { name: new RegExp(number) })
        .getByText(words)
        .waitFor();
    await visit.look('batch-result');
    await press(page, result.getByRole('button', { name: '关闭' }).last());
    await result.waitFor({ state: 'detached' });
    await page.getByRole('link', { name: first }).waitFor({ state: 'detached' });
    await visit.close();
    for (const number of [first, second]) {
      const [subject] = (await (await as('village')).get(`/cases?caseNo=${number}`))['items'] as {
        id: string;
      }[];
      const view = await (await as('village')).get(`/cases/${subject?.id}`);
      assert.equal((view['decision'] as { kind: string }).kind, 'grant');
    }
    // Whoever applied at the village reads on a phone which batch it was, and nothing of the others.
    const [subject] = (await (await as('village')).get(`/cases?caseNo=${first}`))['items'] as {
      id: string;
    }[];
    const { progressToken } = await (await as('village')).get(`/cases/${subject?.id}`);
    for (const screen of ['phone', 'office'] as const) {
      const applicant = await openVisit(screen);
      await applicant.go(`/progress/${String(progressToken)}`);
      await press(applicant.page, applicant.page.getByRole('link', { name: '查看办理批次' }));
      await applicant.page.getByText('已随本批办理').waitFor();
      await applicant.page.getByText('李秀英').waitFor({ state: 'detached' });
      await applicant.look('own-batch');
      await applicant.close();
    }
  });

  it('fits a phone', async () => {
    const number = await subsidyToApprove();
    const visit = await openVisit('phone');
    const { page } = visit;
    await signInThere(visit, 'civil');
    await page.getByRole('checkbox', { name: `选择办件 ${number}` }).check();
    await visit.look('inbox-chosen');
    await page.getByRole('button', { name: '批量办理' }).click();
    const dialog = page.getByRole('dialog', { name: '确认批量办理的办件' });
    await fieldNamed(dialog, '审批意见').waitFor();
    await visit.look('batch-confirm', { full: true });
    await visit.close();
  });
});
