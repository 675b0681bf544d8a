import assert from 'node:assert/strict';
import { after, describe, it } from 'node:test';
import type { ApiClient, Json } from '../../../scripts/journey/apiClient.ts';
import { acceptCase, findTask } from '../../../scripts/journey/steps.ts';
import { draftWithPaper } from './draftWithPaper.ts';
import { closeBrowser, openVisit } from './openVisit.ts';
import { as } from './prepareCases.ts';
import { press, tabTo, writeInto } from './reachByKeyboard.ts';
import { signInThere } from './signInThere.ts';

const packCode = 'csglw-signage';
const manyCode = 'csglw-billboards';
const many = 24;

describe('migration of running cases', () => {
  after(closeBrowser);

  it('cases are chosen, the plan is seen, a step is mapped, and it is confirmed, all by keyboard', async () => {
    // given two cases before the decision, and a version in which that step has another id and name
    const [clerk, designer, approver] = [await as('clerk'), await as('designer'), await as('approver')];
    const name = { 'zh-CN': '店招设置', en: 'Shop signs' };
    const begun = await designer.post('/packs', { packCode, name, template: null });
    const files = begun['files'] as PackFile[];
    await publish(designer, files, 0);
    const [moving, staying] = [await runningCase(clerk), await runningCase(clerk)];
    for (const { caseNo } of [moving, staying]) await findTask(approver, String(caseNo), 'decide');
    await publish(designer, files.map(renamed), 1);
    const visit = await openVisit();
    const { page } = visit;
    await signInThere(visit, 'designer');
    await visit.go(`/designer/${packCode}`);

    // The versions, and the running cases of the old one: one of the two is chosen.
    await press(page, page.getByRole('button', { name: '版本列表' }), { most: 150 });
    const versions = page.getByRole('dialog', { name: '版本列表' });
    await press(page, versions.getByRole('button', { name: /迁移在办件 ?v1$/ }));
    const dialog = page.getByRole('dialog', { name: '迁移第 1 版的在办件' });
    const other = dialog.getByRole('checkbox', { name: new RegExp(String(staying['caseNo'])) });
    await tabTo(page, other);
    await page.keyboard.press('Space');
    await dialog.getByText('办件（已选 1，在办 2）').waitFor();

    // The plan says that the case has no place in the new version.
    await press(page, dialog.getByRole('button', { name: '生成方案' }));
    await dialog.getByRole('heading', { name: '从第 1 版迁移到第 2 版的方案' }).waitFor();
    await dialog.getByText('办件停在“审批决定”，新版本中没有对应的位置').waitFor();
    await dialog.getByText('可以迁移 0 件，不能迁移 1 件').waitFor();
    assert.ok(await dialog.getByRole('button', { name: /^迁移 0 件/ }).isDisabled());
    await visit.look('designer-migration-refused');

    // Another step takes its place.
    await tabTo(page, dialog.getByRole('combobox', { name: '代替“审批决定”的环节' }), { back: true });
    await page.keyboard.press('ArrowDown');
    await page.getByRole('option').first().waitFor({ state: 'attached' });
    await page.keyboard.press('Enter');
    await press(page, dialog.getByRole('button', { name: '生成方案' }));
    await dialog.getByText('可以迁移 1 件，不能迁移 0 件').waitFor();
    await dialog.getByText('审批决定 → 局长决定').waitFor();
    await writeInto(page, dialog.getByLabel('原因'), '决定环节改名');
    await visit.look('designer-migration-plan');
    await press(page, dialog.getByRole('button', { name: /^迁移 1 件/ }));
    await dialog.getByText('已迁移 1 件，没有迁移 0 件，正在进行 0 件').waitFor();
    await visit.look('designer-migration-done');
    await visit.close();

    // The case goes on in the new step, the other where it was; the case page tells it.
    await findTask(approver, String(moving['caseNo']), 'rule');
    await findTask(approver, String(staying['caseNo']), 'decide');
    const desk = await openVisit();
    await signInThere(desk, 'supervisor');
    await desk.go(`/cases/${String(moving['id'])}`);
    await desk.page.getByText('从办事包第 1 版迁移到第 2 版：决定环节改名').first().waitFor();
    await desk.look('case-migrated');
    await desk.close();
  });

  it('of many cases shows what is alike once, is followed by itself, and fits a phone', async () => {
    const [clerk, designer] = [await as('clerk'), await as('designer')];
    const name = { 'zh-CN': '大型广告牌设置', en: 'Outdoor advertisements' };
    const begun = await designer.post('/packs', { packCode: manyCode, name, template: null });
    const files = begun['files'] as PackFile[];
    await publish(designer, files, 0, manyCode);
    for (let at = 0; at < many; at += 4)
      await Promise.all(Array.from({ length: 4 }, () => runningCase(clerk, manyCode)));
    await publish(designer, files.map(shorter), 1, manyCode);
    for (const screen of ['office', 'phone'] as const) {
      const visit = await openVisit(screen);
      const { page } = visit;
      await signInThere(visit, 'designer');
      await visit.go(`/designer/${manyCode}`);
      await page.getByRole('button', { name: '版本列表' }).click();
      const versions = page.getByRole('dialog', { name: '版本列表' });
      await versions.getByRole('button', { name: /迁移在办件 ?v1$/ }).click();
      const dialog = page.getByRole('dialog', { name: '迁移第 1 版的在办件' });
      await dialog.getByText(`办件（已选 ${many}，在办 ${many}）`).waitFor();
      await dialog.getByRole('button', { name: '全不选' }).click();
      assert.ok(await dialog.getByRole('button', { name: '生成方案' }).isDisabled());
      await dialog.getByRole('button', { name: '全选' }).click();
      await dialog.getByRole('button', { name: '生成方案' }).click();
      await dialog.getByText(`可以迁移 ${many} 件，不能迁移 0 件`).waitFor({ timeout: 60_000 });
      // One group: they stand at one step, and the same limit becomes another.
      await dialog.getByText(`${many} 件`, { exact: true }).waitFor();
      await dialog.getByText(`逐件查看（${many} 件）`).waitFor();
      await visit.look('designer-migration-many');
      if (screen === 'office') {
        await visit.close();
        continue;
      }
      await dialog.getByLabel('原因').fill('缩短时限');
      await dialog.getByRole('button', { name: new RegExp(`^迁移 ${many} 件`) }).click();
      await dialog.getByRole('progressbar').waitFor({ timeout: 60_000 });
      await visit.look('designer-migration-under-way');
      await dialog.getByText(`已迁移 ${many} 件，没有迁移 0 件，正在进行 0 件`).waitFor({ timeout: 120_000 });
      await visit.look('designer-migration-many-done');
      await visit.close();
    }
  });
});

interface PackFile {
  path: string;
  text: string;
}

/** The decision under another id and name. */
function renamed({ path, text }: PackFile): PackFile {
  const other = text
    .replace(/(id|sourceRef|targetRef|bpmnElement)="decide"/g, '$1="rule"')
    .replace('\n  decide:\n', '\n  rule:\n')
    .replace('{zh-CN: 审批决定, en: Decision}', '{zh-CN: 局长决定, en: Ruling}');
  return { path, text: other };
}

/** The decision within less time. */
function shorter({ path, text }: PackFile): PackFile {
  return { path, text: text.replace('limit: 10 workday\n    decision', 'limit: 6 workday\n    decision') };
}

async function publish(
  designer: ApiClient,
  files: PackFile[],
  baseVersion: number,
  of = packCode,
): Promise<void> {
  await designer.post(`/packs/${of}/versions`, { files, baseVersion, note: '测试' } as unknown as Json);
}

async function runningCase(clerk: ApiClient, of = packCode): Promise<Json> {
  return acceptCase(clerk, await draftWithPaper(clerk, of, '设置店招一处'));
}
