import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { Locator, Page } from 'playwright-core';
import type { Json } from '../../../scripts/journey/apiClient.ts';
import { closeBrowser, openVisit } from './openVisit.ts';
import { as } from './prepareCases.ts';
import { press, tabTo, writeInto } from './reachByKeyboard.ts';
import { signInThere } from './signInThere.ts';

const packCode = `workdays-${process.pid}`;
const day = (key: string, label: string, en: string) => ({
  type: 'textfield',
  key,
  label,
  input: true,
  placeholder: '2026-11-23',
  validate: { maxLength: 10, pattern: '^20[0-9]{2}-[01][0-9]-[0-3][0-9]$' },
  properties: { en, format: 'date' },
});
/** What the two forms ask besides. */
const added: Readonly<Record<string, object>> = {
  'forms/application-new.json': day('openingDay', '拟开放日期', 'Day of opening'),
  'forms/review.json': day('checkedOn', '核对日期', 'Checked on'),
};
const days = '从“申请表：拟开放日期”到“核对日期”的工作日数';

describe('a condition in working days', () => {
  before(async () => {
    const designer = await as('designer');
    const named = {
      packCode,
      name: { 'zh-CN': '工作日练习', en: 'Working days' },
      template: 'csglw-parking-registry',
    };
    const draft = await designer.post('/packs', named as unknown as Json);
    const files = (draft['files'] as { path: string; text: string }[]).map(({ path, text }) => {
      const field = added[path];
      if (field === undefined) return { path, text };
      const form = JSON.parse(text) as { components: object[] };
      return { path, text: JSON.stringify({ ...form, components: [...form.components, field] }, null, 2) };
    });
    await designer.post(`/packs/${packCode}/versions`, { files, baseVersion: 0, note: '练习' } as never);
  });
  after(closeBrowser);

  it('between dates of two forms is chosen without a mouse, said as a sentence, kept, and found in order', async () => {
    const visit = await openVisit();
    const { page } = visit;
    await signInThere(visit, 'designer');
    await page.getByRole('heading', { name: '流程设计' }).waitFor();
    await visit.go(`/designer/${packCode}`);
    const findings = page.getByRole('region', { name: '检查结果' });
    const sound = findings.getByText('没有发现问题', { exact: true });
    await sound.waitFor({ timeout: 60_000 });
    // given the way out of the review, which is taken when the outcome is “pass”
    const outline = page.getByRole('navigation', { name: '元素清单' });
    await press(page, outline.getByRole('button', { name: /连线 ?通过/ }).first(), { most: 150 });
    const panel = page.getByRole('region', { name: '属性' });
    // when it also asks for the working days between the two dates
    await press(page, panel.getByRole('button', { name: '添加条件', exact: true }).first(), { most: 150 });
    await choose(page, panel.getByRole('combobox', { name: '依据' }).last(), `材料核对：${days}`);
    await choose(page, panel.getByRole('combobox', { name: '比较' }).last(), '不大于');
    await writeInto(page, panel.getByRole('textbox', { name: '值', exact: true }).last(), '5');
    await page.keyboard.press('Enter');
    // then the sentence says so, nothing is wrong, and the draft has it
    const sentence = panel.getByRole('status').filter({ hasText: `${days} 不大于 5` });
    await sentence.waitFor();
    await page.getByText('有未发布的修改（已保存到服务器）').waitFor({ timeout: 30_000 });
    await sound.waitFor();
    await visit.look('designer-workdays');
    const { draft } = (await (await as('designer')).get(`/packs/${packCode}`)) as unknown as {
      draft: { files: { path: string; text: string }[] };
    };
    const textOf = (path: string) => draft.files.find((file) => file.path === path)?.text ?? '';
    const declared = /- +\{?name: (\w+)[^-]*?daysIn: workday/.exec(textOf('pack.yaml'))?.[1];
    assert.ok(declared !== undefined, 'pack.yaml declares the days');
    assert.match(textOf('pack.yaml'), /daysFrom: intake:\/openingDay/);
    assert.ok(textOf('process.bpmn').includes(`${declared} &lt;= 5`), 'the flow asks for them');
    // and whoever opens it again reads the same
    await visit.go(`/designer/${packCode}`);
    await press(page, page.getByRole('button', { name: '继续修改' }));
    await press(page, outline.getByRole('button', { name: /连线 ?通过/ }).first(), { most: 150 });
    await sentence.waitFor();
    await sound.waitFor();
    await visit.close();
  });
});

/** Chooses in a native select with the arrow keys. */
async function choose(page: Page, select: Locator, label: string): Promise<void> {
  await tabTo(page, select, { most: 150 });
  const shown = () =>
    select.evaluate<string, { selectedOptions: readonly { text: string }[] }>(
      (box) => box.selectedOptions[0]?.text ?? '',
    );
  // What can be counted stands behind what is known already.
  await page.keyboard.press('End');
  for (let presses = 0; presses < 150 && (await shown()) !== label; presses += 1)
    await page.keyboard.press('ArrowUp');
  assert.equal(await shown(), label);
}
