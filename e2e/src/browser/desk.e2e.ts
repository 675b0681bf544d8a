import assert from 'node:assert/strict';
import { after, describe, it } from 'node:test';
import { reviewPassed } from '../../../scripts/journey/foodLicense.ts';
import { completeInspection, completeStep, demoPassword } from '../../../scripts/journey/steps.ts';
import { chooseFile } from './chooseFile.ts';
import { chooseAct, openTask } from './deskActs.ts';
import { fieldNamed } from './fieldNamed.ts';
import { closeBrowser, openVisit } from './openVisit.ts';
import { acceptedCase, as, today } from './prepareCases.ts';
import { chooseRadio, press, tabTo, writeInto } from './reachByKeyboard.ts';
import { signInThere } from './signInThere.ts';

describe('a task that several people have a hand in', () => {
  after(closeBrowser);

  it('is transferred, sent back, waits for material, is co-signed and decided without a mouse', async () => {
    const { caseNo: number, id, progressToken } = await acceptedCase();
    const caseNo = String(number);
    const api = await as('approver');
    await completeStep(api, caseNo, 'review', { outcome: 'pass', formData: reviewPassed });
    await completeInspection(api, caseNo, { outcome: 'pass', day: today });

    // The approver passes the decision to the head.
    const approver = await openVisit();
    const { page } = approver;
    await signInThere(approver, 'approver');
    await openTask(approver, caseNo, '审批决定');
    await page.keyboard.press('Alt+KeyC');
    await chooseAct(page, '转办');
    const dialog = page.getByRole('dialog');
    await chooseRadio(page, dialog.getByRole('radiogroup', { name: '转给' }), 0);
    await writeInto(page, dialog.getByLabel(/^原因/), '外出核查，请您办理');
    await approver.look('desk-transfer');
    await press(page, dialog.getByRole('button', { name: '确认转办' }));
    await page.getByRole('heading', { name: '待办任务' }).waitFor();

    // The head sends it back to the inspection.
    const head = await openVisit();
    await signInThere(head, 'head');
    await openTask(head, caseNo, '审批决定');
    await chooseAct(head.page, '退回前序环节');
    const back = head.page.getByRole('dialog');
    await chooseRadio(head.page, back.getByRole('radiogroup', { name: '退回到' }), 0);
    await writeInto(head.page, back.getByLabel(/^退回原因/), '平面图与现场不符，请核实');
    await head.look('desk-send-back');
    await press(head.page, back.getByRole('button', { name: '确认退回' }));
    await head.page.getByRole('heading', { name: '待办任务' }).waitFor();

    // It lies with who had inspected, who asks for material through the window.
    await openTask(approver, caseNo, '现场核查');
    await page.getByText('李局长 退回到本环节').waitFor();
    const form = page.locator('.ow-form-fields');
    const opinion = fieldNamed(form, '核查意见');
    // The form draws its fields first and fills them in the next frame.
    for (let frames = 0; frames < 60 && (await opinion.inputValue()) === ''; frames += 1)
      await page.evaluate('new Promise((drawn) => requestAnimationFrame(drawn))');
    assert.equal(await opinion.inputValue(), '现场核查符合要求。', 'what was filled in is there');
    await approver.look('desk-returned');
    await chooseAct(page, '通过窗口补充材料');
    await tabTo(page, dialog.getByRole('checkbox', { name: '经营场所平面图' }));
    await page.keyboard.press('Space');
    await writeInto(page, dialog.getByLabel('经营场所平面图 需要补正的内容'), '按现场实际重新绘制');
    await writeInto(page, dialog.getByLabel(/^为什么需要/), '平面图与现场不符');
    await approver.look('desk-materials');
    await press(page, dialog.getByRole('button', { name: '发给窗口' }));
    await page.getByText('等待窗口交回').waitFor();
    await approver.look('desk-asked', { full: true });

    // The applicant reads it on a phone.
    const applicant = await openVisit('phone');
    await applicant.go(`/progress/${String(progressToken)}`);
    await applicant.page.getByText(/经营场所平面图：按现场实际重新绘制/).waitFor();
    await applicant.look('desk-applicant');
    await applicant.close();

    // The clerk gets it in and hands it over.
    const clerk = await openVisit();
    await signInThere(clerk, 'clerk');
    const request = clerk.page.getByRole('region', { name: `办件 ${caseNo} 的补充材料` });
    await request.getByText(/按现场实际重新绘制/).waitFor();
    // After the search and the whole list of items.
    await chooseFile(clerk.page, request.getByRole('button', { name: /^上传/ }), '新平面图', { most: 400 });
    await request.getByText('已提供').waitFor();
    await clerk.look('desk-window');
    await press(clerk.page, request.getByRole('button', { name: /^交给审批人员/ }));
    await request.waitFor({ state: 'detached' });
    await clerk.close();

    // The approver is told where the task stands, and completes the inspection.
    await page.getByText('已交回').waitFor();
    await press(page, page.getByRole('button', { name: /^核查合格/ }));
    await press(page, dialog.getByRole('button', { name: '核查合格' }));
    await page.getByRole('button', { name: new RegExp(`下一件：审批决定（${caseNo}）`) }).waitFor();
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: '审批决定' }).waitFor();

    // Two sign what is to be decided.
    await page.keyboard.press('Alt+KeyC');
    await writeInto(page, fieldNamed(form, '决定理由'), '经审查和现场核查，符合规定的条件。');
    await chooseAct(page, '会签');
    await chooseRadio(page, dialog.getByRole('radiogroup', { name: '拟作结论' }), 0);
    for (const name of ['李局长', '吴复核']) {
      await tabTo(page, dialog.getByRole('checkbox', { name }));
      await page.keyboard.press('Space');
    }
    await approver.look('desk-cosign');
    await press(page, dialog.getByRole('button', { name: '发起会签' }));
    await page.getByText('会签中').waitFor();
    const reviewer = await openVisit('phone');
    await signInThere(reviewer, 'reviewer');
    for (const signer of [head, reviewer]) {
      await signer.go('/asked');
      await press(signer.page, signer.page.getByRole('link', { name: new RegExp(caseNo) }));
      await signer.page.getByRole('heading', { name: '会签：审批决定' }).waitFor();
      await signer.page.getByText('经审查和现场核查，符合规定的条件。').waitFor();
      if (signer === reviewer) await signer.look('desk-sign', { full: true });
      await press(signer.page, signer.page.getByRole('button', { name: /^同\s*意$/ }));
      await signer.page.getByRole('heading', { name: '待我答复' }).waitFor();
      await signer.look('desk-asked-of-me');
      await signer.close();
    }
    await page.getByText('会签通过').waitFor();
    await approver.look('desk-agreed', { full: true });
    await press(page, page.getByRole('button', { name: /^准予许可/ }));
    await writeInto(page, dialog.getByLabel(/^您的登录密码/), demoPassword);
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: '已提交' }).waitFor();
    const view = await (await as('clerk')).get(`/cases/${String(id)}`);
    assert.equal((view['decision'] as { kind: string }).kind, 'grant');
    await approver.close();
  });
});
