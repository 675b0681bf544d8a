import assert from 'node:assert/strict';
import { after, describe, it } from 'node:test';
import { ApiProblem, type Json } from '../../../scripts/journey/apiClient.ts';
import { draftFoodLicense } from '../../../scripts/journey/steps.ts';
import { keepWork } from './keptWork.ts';
import { closeBrowser, openVisit } from './openVisit.ts';
import { acceptedCase, as } from './prepareCases.ts';
import { press, tabTo, writeInto } from './reachByKeyboard.ts';
import { signInThere } from './signInThere.ts';

interface PackFile {
  readonly path: string;
  readonly text: string;
}

describe('the designer', () => {
  after(closeBrowser);

  it('renames a task without a mouse and publishes: new cases use the new version, running ones stay', async () => {
    const running = await acceptedCase();
    const visit = await openVisit();
    const { page } = visit;
    await signInThere(visit, 'designer');
    await page.getByRole('heading', { name: '流程设计' }).waitFor();
    await visit.look('designer-packs');
    await press(page, page.getByRole('link', { name: '食品经营许可' }));
    const outline = page.getByRole('navigation', { name: '元素清单' });
    const findings = page.getByRole('region', { name: '检查结果' });
    await findings.getByRole('status').filter({ hasNotText: '正在检查' }).waitFor();
    await visit.look('designer');

    await press(page, outline.getByRole('button', { name: /人工任务 ?.*审查/ }), { most: 120 });
    const panel = page.getByRole('region', { name: '属性' });
    const version = Number((await (await as('designer')).get('/packs/scjg-food'))['version']);
    const name = `申请材料审查${version + 1}`;
    await writeInto(page, panel.getByRole('textbox', { name: '名称', exact: true }), name);
    await page.keyboard.press('Enter');
    await outline.getByRole('button', { name }).first().waitFor();
    const drawn = await page.locator('[data-element-id="review"] text').first().textContent();
    assert.equal(drawn?.replaceAll(/\s/g, ''), name, 'the diagram shows the new name');
    await findings.getByRole('status').filter({ hasNotText: '正在检查' }).waitFor();
    await visit.look('designer-renamed');

    await press(page, page.getByRole('button', { name: '发布', exact: true }), { back: true, most: 120 });
    const dialog = page.getByRole('dialog', { name: '发布新版本' });
    await writeInto(page, dialog.getByLabel('修改说明'), '改环节名称');
    // What is published is shown before it is published.
    const changes = dialog.getByRole('region', { name: '本次发布的差异' });
    await changes.getByRole('status').filter({ hasText: '处差异' }).waitFor();
    await changes.getByRole('row', { name: new RegExp(`人工任务“${name}”.*修改 名称.*${name}`) }).waitFor();
    await changes.getByText('2 处差异，其中 0 处影响办理').waitFor();
    await visit.look('designer-publish');
    await press(page, dialog.getByRole('button', { name: '发布' }));
    await page.getByText(`第 ${version + 1} 版已发布，新办件使用此版本。`).waitFor();
    await page.getByText(`基于第 ${version + 1} 版`).waitFor();

    const clerk = await as('clerk');
    const fresh = await draftFoodLicense(clerk, { materials: false });
    assert.equal(fresh['packVersion'], version + 1);
    const stayed = await clerk.get(`/cases/${String(running['id'])}`);
    assert.equal(stayed['packVersion'], running['packVersion']);
    await clerk.delete(`/cases/${String(fresh['id'])}`);
    await visit.close();
  });

  for (const screen of ['office', 'phone'] as const) {
    it(`shows how the version runs, as a picture and as a table (${screen})`, async () => {
      const running = await acceptedCase();
      const visit = await openVisit(screen);
      const { page } = visit;
      await signInThere(visit, 'designer');
      await visit.go(`/designer/scjg-food/live?version=${String(running['packVersion'])}`);
      await page.getByRole('heading', { name: '运行情况' }).waitFor();
      const line = page.getByRole('table').getByRole('row', { name: /审查/ }).first();
      await line.waitFor();
      const [here] = await line.getByRole('cell').allInnerTexts();
      assert.ok(Number(here) >= 1, `the accepted case stands at its review: ${here}`);
      const picture = page.getByRole('group', { name: '流程图与各环节办件数' });
      const step = picture.getByRole('img', { name: /审查.*在办 [1-9]/ }).first();
      await tabTo(page, step, { most: 60 });
      await page
        .getByRole('status')
        .filter({ hasText: /审查.*在办/ })
        .waitFor();
      await visit.look(`live-view-${screen}`);
      await visit.close();
    });
  }

  for (const screen of ['office', 'phone'] as const) {
    it(`compares the draft with the live version and any two versions without a mouse (${screen})`, async () => {
      const designer = await as('designer');
      const first = await designer.get('/packs/scjg-food');
      const note = `承诺提速（${screen}）`;
      const [old, now] = screen === 'office' ? ['8 workday', '7 workday'] : ['7 workday', '6 workday'];
      const published = await designer.post('/packs/scjg-food/versions', {
        files: editFile(first, 'pack.yaml', `promised: ${old}`, `promised: ${now}`),
        baseVersion: first['version'],
        note,
      } as unknown as Json);
      const live = Number(published['version']);
      const pack = await designer.get('/packs/scjg-food');
      const kept = { baseVersion: live, files: editFile(pack, 'routing.dmn', '&lt;= 60', '&lt;= 80') };
      const visit = await openVisit(screen);
      const { page } = visit;
      await signInThere(visit, 'designer');
      await page.getByRole('heading', { name: '流程设计' }).waitFor();
      await keepWork(page, 'designer', 'scjg-food', kept);
      await visit.go('/designer/scjg-food');
      await press(page, page.getByRole('button', { name: '继续修改' }));
      await page.getByText('有未发布的修改（已保存到服务器）').waitFor();

      // The draft with the live version.
      await press(page, page.getByRole('button', { name: '比较版本' }), { back: true, most: 120 });
      const drawer = page.getByRole('dialog', { name: '比较两个版本' });
      await drawer.getByText('1 处差异，1 处影响办理（决策表 1）').waitFor();
      await drawer.getByText('决策表“承办部门” › 第 1 行').waitFor();
      await drawer.getByText('<= 80').waitFor();
      await visit.look('designer-compare-draft');

      // Both diagrams beside each other: what one shows, the other shows.
      await press(page, drawer.getByRole('button', { name: '并排看两个版本的流程图' }), { back: true });
      await drawer.getByText('流程图没有差异。').waitFor();
      await visit.look('designer-side-by-side');
      await press(page, drawer.getByRole('button', { name: '放大' }));
      await visit.look('designer-side-by-side-zoomed');
      await press(page, drawer.getByRole('button', { name: '收起流程图' }), { back: true });

      // Two published versions, chosen by keyboard.
      const later = drawer.getByLabel('现在的版本');
      await tabTo(page, later);
      await page.keyboard.type(`v${live} `);
      await drawer.getByText('没有差异').waitFor();
      await tabTo(page, drawer.getByLabel('原来的版本'), { back: true });
      await page.keyboard.type(`v${live - 1} `);
      await drawer.getByText('1 处差异，1 处影响办理（时限 1）').waitFor();
      await drawer.getByText(old === '8 workday' ? '7个工作日' : '6个工作日').waitFor();
      await tabTo(page, drawer.getByRole('checkbox', { name: '只看影响办理的差异' }));
      await page.keyboard.press('Space');
      await visit.look('designer-compare-versions');
      await page.keyboard.press('Escape');
      await drawer.waitFor({ state: 'hidden' });
      await visit.close();
    });
  }

  it('shows why a process that runs code is not published', async () => {
    const designer = await as('designer');
    const pack = await designer.get('/packs/scjg-food');
    const files = (pack['files'] as PackFile[]).map((file) =>
      file.path === 'process.bpmn' ? { ...file, text: withScript(file.text) } : file,
    );
    const visit = await openVisit();
    const { page } = visit;
    await signInThere(visit, 'designer');
    // Work that was kept in this browser, as if drawn with another tool.
    await keepWork(page, 'designer', 'scjg-food', { baseVersion: pack['version'], files });
    await visit.go('/designer/scjg-food');
    await press(page, page.getByRole('button', { name: '继续修改' }));
    const findings = page.getByRole('region', { name: '检查结果' });
    const finding = findings.getByRole('button', { name: /不允许使用脚本任务/ });
    await finding.waitFor();
    await visit.look('designer-script');
    await press(page, finding, { most: 150 });
    await page
      .getByRole('region', { name: '属性' })
      .getByRole('heading', { name: /偷跑脚本/ })
      .waitFor();

    // Whatever the page allows: the server refuses it with the same finding and deploys nothing.
    const body = { files, baseVersion: pack['version'], note: '脚本' } as unknown as Json;
    await assert.rejects(designer.post('/packs/scjg-food/versions', body), (error: unknown) => {
      assert.ok(error instanceof ApiProblem);
      assert.equal(error.status, 422);
      const found = error.problem['findings'] as Json[];
      assert.ok(found.some((one) => one['element'] === 'runsCode'));
      return true;
    });
    assert.equal((await designer.get('/packs/scjg-food'))['version'], pack['version']);
    await visit.close();
  });
});

/** The files of a pack with one text in one of them replaced. */
function editFile(pack: Json, path: string, find: string, put: string): PackFile[] {
  return (pack['files'] as PackFile[]).map((file) => {
    if (file.path !== path) return file;
    assert.ok(file.text.includes(find), `${path} has ${find}`);
    return { path, text: file.text.replace(find, put) };
  });
}

/** The process with one script task more, drawn at its top left. */
function withScript(bpmn: string): string {
  const task =
    '<bpmn:scriptTask id="runsCode" name="偷跑脚本" scriptFormat="javascript"><bpmn:script>1</bpmn:script></bpmn:scriptTask>';
  const shape =
    '<bpmndi:BPMNShape id="runsCode_di" bpmnElement="runsCode"><dc:Bounds x="160" y="20" width="100" height="80" /></bpmndi:BPMNShape>';
  return bpmn
    .replace('</bpmn:process>', `${task}</bpmn:process>`)
    .replace('</bpmndi:BPMNPlane>', `${shape}</bpmndi:BPMNPlane>`);
}
