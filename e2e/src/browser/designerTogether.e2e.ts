import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { after, before, describe, it } from 'node:test';
import { minimalPack } from '@onewindow/processes/blocks';
import type { Json } from '../../../scripts/journey/apiClient.ts';
import { closeBrowser, openVisit, type Visit } from './openVisit.ts';
import { as } from './prepareCases.ts';
import { press, writeInto } from './reachByKeyboard.ts';
import { checked } from './renameStep.ts';
import { signInThere } from './signInThere.ts';

const packCode = `talked-over-${process.pid}`;

describe('designers with each other, and packs between installations', () => {
  before(async () => {
    const files = Object.entries(minimalPack(packCode)).map(([path, text]) => ({ path, text }));
    const body = { files, baseVersion: 0, note: '首版' } as unknown as Json;
    await (await as('designer')).post(`/packs/${packCode}/versions`, body);
  });
  after(closeBrowser);

  it('talk about a step by keys: count at the step, answer, settled, kept when the step is gone', async () => {
    const visit = await open('designer');
    const { page } = visit;
    const step = (at: Visit) =>
      at.page
        .getByRole('navigation', { name: '元素清单' })
        .getByRole('button', { name: /人工任务 ?审批决定/ });
    const panel = (at: Visit) => at.page.getByRole('region', { name: '留言' });
    await press(page, step(visit), { most: 150 });
    await press(page, page.getByRole('button', { name: '留言', exact: true }), { back: true, most: 150 });
    await writeInto(page, panel(visit).getByLabel('对“审批决定”留言'), '两个工作日够吗？');
    await page.keyboard.press('Control+Enter');
    await panel(visit).getByText('两个工作日够吗？').waitFor();
    await step(visit).getByText('1 条留言').waitFor({ state: 'attached' });
    await page.locator('.djs-overlays .owd-comment-badge').waitFor();
    await visit.look('designer-comments');

    // A colleague sees it at the step, answers and settles it.
    const other = await open('designer2');
    await step(other).getByText('1 条留言').waitFor({ state: 'attached' });
    await press(other.page, other.page.getByRole('button', { name: '留言（1）' }), { back: true, most: 150 });
    await press(other.page, panel(other).getByRole('button', { name: '转到“审批决定”' }));
    await panel(other).getByRole('heading', { name: '关于“审批决定”' }).waitFor();
    await writeInto(other.page, panel(other).getByLabel('回复吴设计的留言'), '去年平均 1.4 天。');
    await press(other.page, panel(other).getByRole('button', { name: /^回\s*复/ }));
    await panel(other).getByText('去年平均 1.4 天。').waitFor();
    await press(other.page, panel(other).getByRole('button', { name: /^标为已解决/ }), { most: 20 });
    await panel(other).getByText('已解决（1）').waitFor();
    await other.close();

    // Without the step the open ones are listed as such.
    await writeInto(page, panel(visit).getByLabel('对“审批决定”留言'), '这一步还要吗？');
    await press(page, panel(visit).getByRole('button', { name: /^发\s*表/ }));
    await panel(visit).getByText('这一步还要吗？').waitFor();
    await press(page, step(visit), { back: true, most: 150 });
    await page.keyboard.press('Delete');
    await panel(visit).getByRole('heading', { name: '环节已不在流程中' }).waitFor();
    await visit.look('designer-comments-orphan');
    await page.keyboard.press('Control+z');
    await step(visit).getByText('1 条留言').waitFor({ state: 'attached' });
    await visit.close();
  });

  it('a version is exported, signed; an archive is looked into before it becomes a draft, an altered one refused', async () => {
    const visit = await open('designer2');
    const { page } = visit;
    await press(page, page.getByRole('button', { name: '版本列表' }), { back: true, most: 150 });
    const versions = page.getByRole('dialog', { name: '版本列表' });
    const downloading = page.waitForEvent('download');
    await press(page, versions.getByRole('button', { name: /^导出签名包/ }));
    const download = await downloading;
    assert.equal(download.suggestedFilename(), `${packCode}-v1.zip`);
    const archive = await readFile(await download.path());

    // Meanwhile the pack has gone on here.
    const designer = await as('designer');
    const pack = await designer.get(`/packs/${packCode}`);
    const files = (pack['files'] as { path: string; text: string }[]).map(({ path, text }) => ({
      path,
      text: text.replace('promised: 15 workday', 'promised: 10 workday'),
    }));
    const body = { files, baseVersion: pack['version'], note: '提速' } as unknown as Json;
    await designer.post(`/packs/${packCode}/versions`, body);

    await visit.go('/designer');
    const take = async (bytes: Buffer) => {
      const choosing = page.waitForEvent('filechooser');
      await press(page, page.getByRole('button', { name: '导入办事包' }));
      await (await choosing).setFiles({ name: 'pack.zip', mimeType: 'application/zip', buffer: bytes });
    };
    visit.expects(422);
    const altered = Buffer.from(archive.toString('latin1').replace('15 workday', '99 workday'), 'latin1');
    await take(altered);
    const refused = page.getByRole('dialog', { name: '办事包没有导入' });
    await refused.getByText(/内容与清单不符/).waitFor();
    await visit.look('designer-archive-refused');
    await page.keyboard.press('Escape');
    await refused.waitFor({ state: 'hidden' });

    await take(archive);
    const dialog = page.getByRole('dialog', { name: /^导入“/ });
    await dialog.getByText('15个工作日').first().waitFor();
    await visit.look('designer-archive');
    await press(page, dialog.getByRole('button', { name: '导入为我的草稿' }));
    await page.getByText('已导入为您的草稿。').waitFor();
    // It is open at once, and differs from what is live.
    await page.getByText('有未发布的修改（已保存在本机浏览器）').waitFor();
    await visit.close();
  });
});

async function open(username: string): Promise<Visit> {
  const visit = await openVisit();
  await signInThere(visit, username);
  await visit.page.getByRole('heading', { name: '流程设计' }).waitFor();
  await visit.go(`/designer/${packCode}`);
  await checked(visit.page);
  return visit;
}
