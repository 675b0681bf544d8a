import assert from 'node:assert/strict';
import { after, describe, it } from 'node:test';
import type { ApiClient, Json } from '../../../scripts/journey/apiClient.ts';
import { acceptCase, demoPassword, findTask } from '../../../scripts/journey/steps.ts';
import { draftWithPaper } from './draftWithPaper.ts';
import { fieldNamed } from './fieldNamed.ts';
import { closeBrowser, openVisit } from './openVisit.ts';
import { as } from './prepareCases.ts';
import { press, writeInto } from './reachByKeyboard.ts';
import { signInThere } from './signInThere.ts';

const packCode = 'scjg-ledger';
const reason = '材料齐全，符合法定条件。';

describe('a form that changes under the hands of who fills it in', () => {
  after(closeBrowser);

  it('is not sent in its old shape: the new one is shown with what was typed, and is completed, without a mouse', async () => {
    // given an approver who writes the decision while the case is taken to a version with one more question
    const [clerk, designer, approver] = [await as('clerk'), await as('designer'), await as('approver')];
    const name = { 'zh-CN': '台账登记', en: 'Ledger' };
    const { files } = await designer.post('/packs', { packCode, name, template: null });
    await publish(designer, files as PackFile[], 0);
    const { id, caseNo } = await runningCase(clerk);
    const task = await findTask(approver, String(caseNo), 'decide');
    await approver.post(`/tasks/${String(task['id'])}/claim`);
    const visit = await openVisit();
    visit.expects(409);
    const { page } = visit;
    await signInThere(visit, 'approver');
    await visit.go(`/tasks/${String(task['id'])}`);
    await writeInto(page, fieldNamed(page.locator('.ow-form').first(), '决定理由'), reason);
    await publish(designer, (files as PackFile[]).map(withQuestion), 1);
    await migrate(designer, String(id));

    // when it is sent
    await press(page, page.getByRole('button', { name: /^准予/ }));
    await writeInto(page, page.getByRole('dialog').getByLabel(/^您的登录密码/), demoPassword);
    await page.keyboard.press('Enter');
    await page
      .getByText(/本办件已转到办事/)
      .first()
      .waitFor();

    // then the new form is there, with what was typed
    const question = fieldNamed(page.locator('.ow-form').first(), '台账编号');
    await question.waitFor();
    const kept = fieldNamed(page.locator('.ow-form').first(), '决定理由');
    assert.equal(await kept.inputValue(), reason);
    await visit.look('task-form-outdated', { full: true });
    await writeInto(page, question, 'TZ-2026-001');
    await press(page, page.getByRole('button', { name: /^准予/ }));
    await writeInto(page, page.getByRole('dialog').getByLabel(/^您的登录密码/), demoPassword);
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: '已提交' }).waitFor();
    await findTask(clerk, String(caseNo), 'deliver');
    await visit.close();
  });
});

interface PackFile {
  path: string;
  text: string;
}

/** The decision with one more question. */
function withQuestion({ path, text }: PackFile): PackFile {
  if (path !== 'forms/decision.json') return { path, text };
  const form = JSON.parse(text) as { components: Json[] };
  const question = {
    type: 'textfield',
    key: 'ledgerNo',
    label: '台账编号',
    input: true,
    validate: { required: true, maxLength: 40 },
    properties: { en: 'Number in the ledger' },
  };
  return { path, text: JSON.stringify({ ...form, components: [...form.components, question] }, null, 2) };
}

async function publish(designer: ApiClient, files: PackFile[], baseVersion: number): Promise<void> {
  await designer.post(`/packs/${packCode}/versions`, { files, baseVersion, note: '测试' } as unknown as Json);
}

/** Takes the case to the second version and waits until it is there. */
async function migrate(designer: ApiClient, id: string): Promise<void> {
  const wish = { from: 1, to: 2, cases: [id] };
  const plan = await designer.post(`/packs/${packCode}/migrations/plan`, wish);
  const order = { ...wish, planHash: plan['hash'], note: '增加台账编号' } as Json;
  const { id: ordered } = await designer.post(`/packs/${packCode}/migrations`, order);
  for (const end = Date.now() + 30_000; ; ) {
    const { moved } = await designer.get(`/packs/${packCode}/migrations/${String(ordered)}`);
    if (moved === 1) return;
    if (Date.now() > end) throw new Error('the case was not migrated within half a minute');
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
}

async function runningCase(clerk: ApiClient): Promise<Json> {
  const id = await draftWithPaper(clerk, packCode, '登记台账一册');
  return acceptCase(clerk, id);
}
