import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { minimalPack } from '@onewindow/processes/blocks';
import type { Page } from 'playwright-core';
import { ApiProblem, type Json } from '../../../scripts/journey/apiClient.ts';
import { demoPassword } from '../../../scripts/journey/steps.ts';
import { baseUrl } from './baseUrl.ts';
import { closeBrowser, openVisit, type Visit } from './openVisit.ts';
import { as } from './prepareCases.ts';
import { press, tabTo, untilFocused } from './reachByKeyboard.ts';
import { checked, renameStep, writeName } from './renameStep.ts';
import { signInThere } from './signInThere.ts';

const packCode = `kept-work-${process.pid}`;
const step = /人工任务/;

describe('work in the designer when something comes in between', () => {
  before(async () => {
    const files = Object.entries(minimalPack(packCode)).map(([path, text]) => ({ path, text }));
    const body = { files, baseVersion: 0, note: '首版' } as unknown as Json;
    await (await as('designer')).post(`/packs/${packCode}/versions`, body);
  });
  after(closeBrowser);

  it('is not lost when the session ends, the connection goes, or another person signs in', async () => {
    const visit = await open();
    const { page } = visit;
    await renameStep(page, step, '初审甲');
    await saved(page);

    // The session ends: the page stays, and its person signs in over it.
    // Signed in again, a save that was waiting may still go out under the token of before; it is sent again.
    visit.expects(401, 403);
    await writeName(page, step, '初审乙');
    await page.context().clearCookies();
    await page.keyboard.press('Enter');
    const ended = page.getByRole('dialog', { name: '登录已过期，请重新登录' });
    const password = ended.getByLabel('密码', { exact: true });
    await untilFocused(password);
    await visit.look('session-ended');
    await page.keyboard.press('Escape');
    await page.keyboard.insertText('wrong');
    await page.keyboard.press('Enter');
    await ended.getByText('用户名或密码不正确').waitFor();
    await tabTo(page, password, { back: true, most: 20 });
    await page.keyboard.insertText(demoPassword);
    await page.keyboard.press('Enter');
    await ended.waitFor({ state: 'hidden' });
    await saved(page);
    assert.match(await draftOf('designer'), /name="初审乙"/);

    // The connection goes: it is told, and what was edited is sent when it is back.
    await visit.cutOff(true);
    await renameStep(page, step, '初审丙');
    await page.getByText('连接中断：未发布的修改保存在本机浏览器，恢复后自动上传').waitFor();
    await visit.look('designer-offline');
    await visit.cutOff(false);
    await saved(page);
    assert.match(await draftOf('designer'), /name="初审丙"/);

    // Another person signs in in the same browser: nothing goes out in their name.
    await writeName(page, step, '初审丁');
    await page.context().clearCookies();
    const entered = await page.context().request.post(new URL('/api/v1/session', baseUrl).href, {
      data: { username: 'designer2', password: demoPassword },
    });
    assert.equal(entered.status(), 200);
    await page.keyboard.press('Enter');
    const other = page.getByRole('dialog', { name: '钱设计已在此浏览器登录' });
    await untilFocused(other.getByLabel('密码', { exact: true }));
    await visit.look('session-of-another');
    assert.equal(await draftOf('designer2'), '');
    await page.keyboard.insertText(demoPassword);
    await page.keyboard.press('Enter');
    await other.waitFor({ state: 'hidden' });
    await saved(page);
    assert.match(await draftOf('designer'), /name="初审丁"/);
    await visit.close();
  });

  it('two windows of one person are brought together, and an earlier save comes back', async () => {
    const visit = await open();
    const { page } = visit;
    await press(page, page.getByRole('button', { name: '继续修改' }));
    await checked(page);
    await renameStep(page, step, '复审');
    await saved(page);

    // The second window saves first; the first is told and overwrites nothing.
    const second = await page.context().newPage();
    await second.goto(page.url());
    await press(second, second.getByRole('button', { name: '继续修改' }));
    await checked(second);
    const promised = second.getByRole('spinbutton', { name: '承诺时限：数量', exact: true });
    await second.getByRole('tab', { name: '时限' }).focus();
    await second.keyboard.press('Enter');
    await tabTo(second, promised, { most: 150 });
    await second.keyboard.press('Control+A');
    await second.keyboard.type('11');
    await second.keyboard.press('Tab');
    await saved(second);
    await second.getByRole('tab', { name: '流程' }).focus();
    await second.keyboard.press('Enter');
    await renameStep(second, /结束.*准予/, '准予许可');
    await renameStep(second, step, '复核');
    await saved(second);
    visit.expects(412);
    await renameStep(page, step, '复审核');
    await press(page, page.getByRole('button', { name: '合并两个窗口的修改' }), { back: true, most: 150 });
    const merging = page.getByRole('dialog', { name: '并入另一个窗口的修改' });
    await merging.getByText('自动并入').waitFor();
    // By element: what only the other window has changed is taken, the step that both have renamed is a question.
    await merging.getByText(/结束“准予” › 名称/).waitFor();
    const question = merging.getByRole('region', { name: /人工任务“复审核” › 名称/ });
    await tabTo(page, question.getByRole('radio', { name: '用我的' }), { most: 40 });
    await page.keyboard.press('Space');
    const named = merging.getByRole('region', { name: /环节“复.*” › 名称/ });
    await tabTo(page, named.getByRole('radio', { name: '用我的' }), { most: 40 });
    await page.keyboard.press('Space');
    await merging.getByText('都已选择。').waitFor();
    await visit.look('designer-two-windows');
    await press(page, merging.getByRole('button', { name: /^并\s*入$/ }));
    await merging.waitFor({ state: 'hidden' });
    await saved(page);
    const merged = await draftOf('designer');
    assert.match(merged, /name="复审核"/);
    assert.match(merged, /name="准予许可"/);
    assert.match(await draftOf('designer', 'pack.yaml'), /promised: 11 workday/);
    await second.close();

    // The first save of all, brought back as one step of undo.
    await press(page, page.getByRole('button', { name: '草稿历史' }), { back: true, most: 150 });
    const saves = page.getByRole('dialog', { name: '草稿历史' });
    await press(page, saves.getByRole('button', { name: /^恢\s*复/ }).last(), { most: 120 });
    await page.getByText('已恢复到这次保存的内容。').waitFor();
    await page.keyboard.press('Escape');
    const outline = page.getByRole('navigation', { name: '元素清单' });
    await outline.getByRole('button', { name: '初审甲' }).waitFor();
    await press(page, page.getByRole('button', { name: /^撤\s*销$/ }), { back: true, most: 150 });
    await outline.getByRole('button', { name: '复审核' }).waitFor();
    await visit.close();
  });
});

async function open(): Promise<Visit> {
  const visit = await openVisit();
  await signInThere(visit, 'designer');
  await visit.page.getByRole('heading', { name: '流程设计' }).waitFor();
  await visit.go(`/designer/${packCode}`);
  await checked(visit.page);
  return visit;
}

async function saved(page: Page): Promise<void> {
  await checked(page);
  await page.getByText('已保存到服务器').waitFor();
}

/** A file of somebody's draft; '' for none. */
async function draftOf(username: string, file = 'process.bpmn'): Promise<string> {
  const client = await as(username);
  const draft = await client.get(`/packs/${packCode}/draft`).catch((error: unknown) => {
    if (error instanceof ApiProblem && error.status === 404) return { files: [] };
    throw error;
  });
  const files = draft['files'] as { path: string; text: string }[];
  return files.find(({ path }) => path === file)?.text ?? '';
}
