import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { after, before, describe, it } from 'node:test';
import { blocks, minimalPack } from '@onewindow/processes/blocks';
import type { Page } from 'playwright-core';
import type { Json } from '../../../scripts/journey/apiClient.ts';
import { chooseEntry } from './chooseEntry.ts';
import { keptKey } from './keptWork.ts';
import { closeBrowser, openVisit, type Visit } from './openVisit.ts';
import { as } from './prepareCases.ts';
import { press, tabTo, writeInto } from './reachByKeyboard.ts';
import { signInThere } from './signInThere.ts';

const packCode = 'foreign-models';
const fixture = (path: string) => readFileSync(new URL(`../../../${path}`, import.meta.url));
const file = (name: string, buffer: Buffer) => ({ name, mimeType: 'application/octet-stream', buffer });

/** Where elements are drawn, all measured in one moment: between two the drawing may be moved. */
function placesOf(page: Page, ...ids: readonly string[]) {
  return page.evaluate<{ x: number; y: number; right: number; bottom: number }[]>(
    `${JSON.stringify(ids)}
      .flatMap((id) => document.querySelector('.djs-shape[data-element-id="' + id + '"]') ?? [])
      .map((shape) => shape.getBoundingClientRect())
      .map(({ x, y, right, bottom }) => ({ x, y, right, bottom }))`,
  );
}

/** The designer at the pack, checked once. */
async function openDesigner(screen: 'office' | 'phone' = 'office'): Promise<Visit> {
  // Whatever the journey before has left.
  await (await as('designer')).delete(`/packs/${packCode}/draft`);
  const visit = await openVisit(screen);
  await signInThere(visit, 'designer');
  await visit.page.getByRole('heading', { name: '流程设计' }).waitFor();
  await visit.go(`/designer/${packCode}`);
  // On a phone the findings lie below the diagram.
  if (screen === 'office') await checked(visit.page);
  else await button(visit.page, '导入').waitFor();
  return visit;
}

/** Waits for the check and says what it found. */
async function checked(page: Page): Promise<string> {
  const status = page.getByRole('region', { name: '检查结果' }).getByRole('status');
  await status.filter({ hasNotText: '正在检查' }).waitFor({ timeout: 60_000 });
  return (await status.textContent()) ?? '';
}

/** Files of the draft as the browser keeps them. */
async function draftOf(page: Page): Promise<ReadonlyMap<string, string>> {
  // Kept half a second after the last edit: what stays the same for longer is what was edited.
  const kept = await page.evaluate<string | null>(`(async () => {
    const read = () => localStorage.getItem('${keptKey('designer', packCode)}');
    let [seen, stays] = [read(), 0];
    for (let waits = 0; waits < 80 && (seen === null || stays < 9); waits += 1) {
      await new Promise((next) => setTimeout(next, 100));
      stays = read() === seen ? stays + 1 : 0;
      seen = read();
    }
    return seen;
  })()`);
  const { files } = JSON.parse(kept ?? '{"files":[]}') as { files: { path: string; text: string }[] };
  return new Map(files.map(({ path, text }) => [path, text]));
}

const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true });

describe('files of other tools in the designer', () => {
  before(async () => {
    const files = Object.entries(minimalPack(packCode)).map(([path, text]) => ({ path, text }));
    const body = { files, baseVersion: 0, note: '最小事项' } as unknown as Json;
    await (await as('designer')).post(`/packs/${packCode}/versions`, body);
  });
  after(closeBrowser);

  for (const screen of ['office', 'phone'] as const) {
    it(`are listed with what was found in them before anything is taken in (${screen})`, async () => {
      const visit = await openDesigner(screen);
      const { page } = visit;
      await press(page, button(page, '导入'), { back: true, most: 150 });
      const dialog = page.getByRole('dialog', { name: '导入其他工具的文件' });
      await tabTo(page, dialog.getByLabel('选择文件'));
      await dialog
        .getByLabel('选择文件')
        .setInputFiles([
          file('billing.bpmn', fixture('processes/fixtures/foreign/runs-code.bpmn')),
          file('Building permit.json', fixture('forms/fixtures/foreign/builder.json')),
          file('approve.form', fixture('forms/fixtures/foreign/camunda-form.json')),
          file('bomb.bpmn', Buffer.from('<!DOCTYPE a [<!ENTITY x "y">]><a>&x;</a>')),
        ]);
      await dialog.getByText('由 Camunda Modeler 5.30.0 绘制').waitFor();
      await dialog.getByText(/“approve-bill”|“Approve bill”使用 Camunda 表单/).waitFor();
      await dialog.getByText('forms/building-permit.json').first().waitFor({ state: 'attached' });
      await dialog.getByText(/校验规则不能用脚本；已去掉，字段保留/).waitFor();
      await dialog.getByText(/不允许出现 DOCTYPE/).waitFor();
      // The pack as it would be has been checked by the server: what runs code is named at its element.
      const errors = dialog.getByRole('listitem').filter({ hasText: '不允许引用 Java 类' });
      await errors.filter({ hasText: 'archiveBill' }).waitFor({ timeout: 60_000 });
      await visit.look('designer-import');
      await page.keyboard.press('Escape');
      await dialog.waitFor({ state: 'hidden' });
      await page.getByRole('status').filter({ hasText: '没有修改' }).waitFor();
      await visit.close();
    });
  }

  it('come in in one step, are edited in their own text, and go in one step', async () => {
    const foreign = fixture('processes/fixtures/foreign/default-namespace.bpmn');
    const visit = await openDesigner();
    const { page } = visit;
    await press(page, button(page, '导入'), { back: true, most: 150 });
    const dialog = page.getByRole('dialog', { name: '导入其他工具的文件' });
    await dialog
      .getByLabel('选择文件')
      .setInputFiles([
        file('acme.bpmn', foreign),
        file('approve.form', fixture('forms/fixtures/foreign/camunda-form.json')),
      ]);
    await dialog.getByText(`流程标识“acmeReview”改为办事包代码“${packCode}”`).waitFor();
    await press(
      page,
      dialog.getByRole('button', { name: '导 入' }).or(dialog.getByRole('button', { name: '导入' })),
      { most: 80 },
    );
    await dialog.waitFor({ state: 'hidden' });
    // The other tool's process is drawn and listed.
    const outline = page.getByRole('navigation', { name: '元素清单' });
    await outline.getByRole('button', { name: /人工任务.*初审/ }).waitFor();
    await checked(page);
    await visit.look('designer-imported');
    const imported = (await draftOf(page)).get('process.bpmn') ?? '';
    assert.match((await draftOf(page)).get('forms/approve.json') ?? '', /"creditor"/);
    assert.match(imported, /<!-- inside -->/);

    // One name is edited: that name changes in the file, which gets a label in the drawing, and nothing else.
    await press(page, outline.getByRole('button', { name: /人工任务.*初审/ }), { most: 150 });
    const panel = page.getByRole('region', { name: '属性' });
    await writeInto(page, panel.getByRole('textbox', { name: '名称', exact: true }), '复核');
    await page.keyboard.press('Enter');
    await outline.getByRole('button', { name: /人工任务.*复核/ }).waitFor();
    await checked(page);
    const edited = (await draftOf(page)).get('process.bpmn');
    assert.equal(
      edited?.replace(/ *<bpmndi:BPMNLabel \/>\n/, ''),
      imported.replace("name='初审&#10;两行'", "name='复核'"),
    );

    // Undone: first the name, then the whole import.
    await press(page, button(page, '撤销'), { back: true, most: 150 });
    await outline.getByRole('button', { name: /人工任务.*初审/ }).waitFor();
    await press(page, button(page, '撤销'), { back: true, most: 150 });
    await outline.getByRole('button', { name: /人工任务.*审批决定/ }).waitFor();
    await page.getByRole('status').filter({ hasText: '没有修改' }).waitFor();
    await visit.close();
  });
});

describe('several processes without a drawing', () => {
  after(closeBrowser);

  for (const screen of ['office', 'phone'] as const)
    it(`come in one below the other, in their pools (${screen})`, async () => {
      const pools = fixture('processes/fixtures/foreign/two-pools.bpmn').toString('utf8');
      const bare = pools.replace(/\s*<bpmndi:BPMNDiagram[\s\S]*<\/bpmndi:BPMNDiagram>/, '');
      const visit = await openDesigner(screen);
      const { page } = visit;
      await press(page, button(page, '导入'), { back: true, most: 150 });
      const dialog = page.getByRole('dialog', { name: '导入其他工具的文件' });
      await dialog.getByLabel('选择文件').setInputFiles([file('pools.bpmn', Buffer.from(bare))]);
      await dialog.getByText(/多个流程而没有图形信息，已自动上下排布/).waitFor();
      await visit.look('designer-import-pools');
      await press(
        page,
        dialog.getByRole('button', { name: '导 入' }).or(dialog.getByRole('button', { name: '导入' })),
        { most: 80 },
      );
      await dialog.waitFor({ state: 'hidden' });
      for (const id of ['office', 'applicant', 'received', 'apply', 'sends'])
        await page.locator(`[data-element-id="${id}"]`).first().waitFor({ state: 'attached' });
      await visit.look('designer-imported-pools');
      if (screen === 'office') {
        // Laid out anew by keys, everything is still in its pool and lane, the pools one below the other.
        const isWithin = async (inner: string, outer: string) => {
          const [small, large] = await placesOf(page, inner, outer);
          assert.ok(small && large, `${inner} or ${outer} is not drawn`);
          const fits = small.x >= large.x && small.y >= large.y;
          assert.ok(
            fits && small.right <= large.right && small.bottom <= large.bottom,
            `${inner} has left ${outer}`,
          );
        };
        await press(page, button(page, '图形'), { back: true, most: 150 });
        await chooseEntry(page, page.getByRole('menuitem', { name: '整理布局' }));
        await page
          .locator('[data-announced]')
          .filter({ hasText: '已整理布局' })
          .waitFor({ state: 'attached' });
        for (const id of ['received', 'sub', 'done', 'lateEnd']) await isWithin(id, 'clerk');
        await isWithin('apply', 'applicant');
        const [office, applicant] = await placesOf(page, 'office', 'applicant');
        assert.ok(office && applicant && office.bottom <= applicant.y, 'one pool lies on the other');
        const palette = await page.locator('.djs-palette').boundingBox();
        assert.ok(palette && office.x >= palette.x + palette.width, 'a pool begins under the palette');
        await visit.look('designer-laid-out-pools');
        await press(page, button(page, '撤销'), { back: true, most: 150 });
      }
      await press(page, button(page, '撤销'), { back: true, most: 150 });
      await page.getByRole('status').filter({ hasText: '没有修改' }).waitFor();
      await visit.close();
    });
});

describe('building blocks in the designer', () => {
  after(closeBrowser);

  it('go into a flow without a mouse in one step, leave nothing to correct, and are published', async () => {
    const visit = await openDesigner();
    const { page } = visit;
    const insert = async (name: string, place?: string) => {
      await press(page, button(page, '插入积木'), { back: true, most: 150 });
      const dialog = page.getByRole('dialog', { name: '插入积木' });
      await writeInto(page, dialog.getByLabel('查找积木'), name);
      await dialog.getByRole('heading', { name }).waitFor();
      if (place !== undefined) {
        await tabTo(page, dialog.getByLabel('插入到'));
        await dialog.getByLabel('插入到').selectOption({ label: place });
      }
      if (name.startsWith('会签')) await visit.look('designer-block');
      await press(page, dialog.getByRole('button', { name: /^插 ?入$/ }));
      await dialog.waitFor({ state: 'hidden' });
    };
    const wanted = blocks.filter(({ key }) => key !== 'pay');
    for (const { key, name, nodes } of wanted) {
      await insert(name['zh-CN'], key === 'issueLicense' ? '“审批决定？”到“准予”之间' : undefined);
      assert.equal(await checked(page), '没有发现问题', key);
      assert.match(
        (await draftOf(page)).get('process.bpmn') ?? '',
        new RegExp(`id="${nodes[0]?.id.replace('{{n}}', '')}"`),
      );
      // One step of undo takes the block back with its forms and limits.
      await press(page, button(page, '撤销'), { back: true, most: 150 });
      await page.getByRole('status').filter({ hasText: '没有修改' }).waitFor();
    }
    for (const { key, name } of wanted)
      await insert(name['zh-CN'], key === 'issueLicense' ? '“审批决定？”到“准予”之间' : undefined);
    assert.equal(await checked(page), '没有发现问题');
    await button(page, '适应窗口').click();
    await visit.look('designer-blocks');
    await press(page, button(page, '发布'), { back: true, most: 150 });
    const dialog = page.getByRole('dialog', { name: '发布新版本' });
    await writeInto(page, dialog.getByLabel('修改说明'), '插入积木');
    await press(page, dialog.getByRole('button', { name: /^发 ?布$/ }));
    await page.getByText('第 2 版已发布，新办件使用此版本。').waitFor({ timeout: 60_000 });
    await visit.close();
  });
});
