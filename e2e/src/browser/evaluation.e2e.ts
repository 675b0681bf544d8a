import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { MongoClient } from 'mongodb';
import { closeBrowser, openVisit, screens } from './openVisit.ts';
import { today } from './prepareCases.ts';
import { chooseRadio, press, writeInto } from './reachByKeyboard.ts';
import { signInThere } from './signInThere.ts';

/** Wide enough for the weights of all indicators and what is behind them. */
const far = 200;

describe('the evaluation of a month', () => {
  const mongo = new MongoClient(process.env['MONGODB_URI'] ?? '');
  const collection = (name: string) =>
    mongo.db(process.env['MONGODB_DATABASE'] ?? 'onewindow').collection<{ _id: string }>(name);
  const last = lastMonth();

  before(async () => {
    await mongo.connect();
    await writeMonth();
  });
  after(async () => {
    await closeBrowser();
    await mongo.close();
  });

  it('is weighted with a reason, closed, appealed against and corrected, without a mouse', async () => {
    const office = await openVisit();
    await signInThere(office, 'admin');
    await press(office.page, office.page.getByRole('link', { name: '评价规则' }));
    const { page: rules } = office;
    await press(rules, rules.getByRole('button', { name: /^修改 ?人员绩效评价$/ }));
    const dialog = rules.getByRole('dialog', { name: '修改规则：人员绩效评价' });
    const weightOf = (name: string) => dialog.getByRole('group', { name }).getByLabel('权重');
    await writeInto(rules, weightOf('环节按期办结率'), '45');
    await writeInto(rules, weightOf('按期决定率'), '5');
    await dialog.getByText('权重合计：100').waitFor();
    await writeInto(rules, dialog.getByLabel(/^修改理由/), '本季度重点抓环节时限');
    await office.look('evaluation-weights');
    await press(rules, dialog.getByRole('button', { name: '保存' }));
    await rules.getByText('环节按期办结率，权重：35 → 45').waitFor();
    await office.look('evaluation-rules', { full: true });
    await office.close();

    const board = await openVisit();
    await signInThere(board, 'supervisor');
    await board.go(`/evaluation?tab=officer&period=${last.period}`);
    await press(board.page, board.page.getByRole('button', { name: /^关闭并公布/ }), { most: far });
    await press(board.page, board.page.getByRole('button', { name: '公布', exact: true }), { most: far });
    await board.page.getByText(/于 .* 公布，第 1 版，按规则 1\.\d+ 版计算/).waitFor();
    await board.page.getByRole('row', { name: /^孙审批 .*第 1 名/ }).waitFor();
    await board.look('evaluation-published');
    await press(board.page, board.page.getByRole('button', { name: '绩效评价通报' }), {
      back: true,
      most: far,
    });
    const sealed = board.page.getByRole('dialog').locator('.ow-pdf-page p:not(:empty)');
    await sealed.first().waitFor({ state: 'attached' });
    await board.look('evaluation-letter');
    await board.page.keyboard.press('Escape');
    await board.page.setViewportSize(screens.phone);
    await board.look('evaluation-published-narrow', { full: true });
    await board.page.setViewportSize(screens.office);

    const desk = await openVisit();
    const { page } = desk;
    await signInThere(desk, 'approver');
    await desk.go(`/evaluation?tab=officer&period=${last.period}`);
    await press(page, page.getByRole('link', { name: '孙审批' }), { most: far });
    await page.getByText('按期办结 5 ÷ 办结环节 6 = 83.33%').waitFor();
    const behind = page.getByRole('button', { name: /^查看所依据的事项（6） ?环节按期办结率$/ });
    await press(page, behind, { most: far });
    await page.getByRole('list', { name: '环节按期办结率' }).getByText('影响得分').waitFor();
    await desk.look('evaluation-score', { full: true });
    await press(page, page.getByRole('button', { name: /^申诉 ?EVAL-6$/ }), { most: far });
    const appeal = page.getByRole('dialog');
    await writeInto(page, appeal.getByLabel(/^申诉理由/), '系统故障当日无法提交，有运维记录。');
    await desk.look('evaluation-appeal');
    await press(page, appeal.getByRole('button', { name: '提交申诉' }));
    await page.getByText('申诉已提交。').waitFor();
    await desk.close();

    await board.go('/evaluation?tab=appeals');
    await press(board.page, board.page.getByRole('link', { name: /^孙审批：环节按期办结率/ }), { most: far });
    await board.page.getByText('系统故障当日无法提交，有运维记录。').first().waitFor();
    await chooseRadio(board.page, board.page.getByRole('radiogroup', { name: '答复申诉' }), 0);
    await writeInto(board.page, board.page.getByLabel(/^结论和理由/), '运维记录属实，按按期计。');
    await board.look('evaluation-to-decide', { full: true });
    await press(board.page, board.page.getByRole('button', { name: '确认', exact: true }));
    const table = board.page.getByRole('table', { name: '第 2 版的变化' });
    await table.getByRole('row', { name: /^孙审批/ }).waitFor();
    assert.match(await table.innerText(), /100\.00 分，第 1 名/);
    await board.look('evaluation-corrected', { full: true });
    await press(board.page, board.page.getByRole('link', { name: '查看更正后的得分' }), { most: far });
    await board.page.getByText('申诉成立：EVAL-6 按“按期办结”计').waitFor();
    await board.page.setViewportSize(screens.phone);
    await board.look('evaluation-score-narrow', { full: true });
    await board.close();
  });

  /** What an approver finished in the month before: six steps, one of them late. */
  async function writeMonth(): Promise<void> {
    const user = await collection('users').findOne({ username: 'approver' } as never);
    const { _id: holder, tenant } = user as unknown as { _id: string; tenant: string };
    const names = { 'zh-CN': '审查', en: 'Review' };
    const tasks = [1, 2, 3, 4, 5, 6].map((at) => {
      const endedAt = new Date(`${last.period}-0${at + 2}T10:00:00+08:00`);
      const stepDueAt = new Date(endedAt.getTime() + (at === 6 ? -1 : 1) * 3_600_000);
      const id = `evaluation-${last.period}-${at}`;
      return {
        ...{ _id: id, schemaVersion: 1, tenant, caseId: id, caseNo: `EVAL-${at}`, packCode: 'scjg-food' },
        ...{ itemName: names, operation: 'new', stepKey: 'review', stepName: names, departmentId: 'scjg' },
        ...{ role: 'approver', batch: false, decision: false, state: 'done', active: false },
        ...{ assignee: { id: holder, name: '孙审批' }, processInstanceId: id, paused: false },
        ...{ createdAt: endedAt, endedAt, dueAt: stepDueAt, stepDueAt, sortKey: id },
        ...{ finishedKey: `${holder}|${endedAt.toISOString()}|${id}`, touchedAt: new Date() },
      };
    });
    await collection('tasks').insertMany(tasks as never[]);
  }
});

function lastMonth(): { period: string } {
  const [year = 0, month = 0] = today.split('-').map(Number);
  const at = year * 12 + month - 2;
  return { period: `${Math.floor(at / 12)}-${String((at % 12) + 1).padStart(2, '0')}` };
}
