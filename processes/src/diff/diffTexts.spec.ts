import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { changeKinds, diffAreas } from './areas.ts';
import type { Change } from './changeSchema.ts';
import texts from './diff-texts.json' with { type: 'json' };
import { areaWords, kindWords } from './diffTexts.ts';
import { excerpt } from './excerpt.ts';
import { renderDiffText, sayChange, summariseDiff } from './renderDiffText.ts';

describe('words of the comparison', () => {
  it('are complete in both languages, with the same places', () => {
    const problems: string[] = [];
    visit('', texts, (path, { zh, en, hidden }) => {
      if (hidden === true) return;
      if (typeof zh !== 'string' || zh === '' || typeof en !== 'string' || en === '') problems.push(path);
      const places = (text: unknown) => [...new Set(String(text).match(/\{\w+\}/g))].sort().join();
      if (places(zh) !== places(en)) problems.push(`${path}: places differ`);
      if (/\p{Script=Han}/u.test(String(en))) problems.push(`${path}: Chinese in English`);
    });
    assert.deepEqual(problems, []);
  });

  it('name every area and kind', () => {
    for (const area of diffAreas) assert.notEqual(areaWords[area].en, '');
    for (const kind of changeKinds) assert.notEqual(kindWords[kind].en, '');
  });
});

const limit: Change = {
  area: 'limits',
  kind: 'changed',
  where: { file: 'pack.yaml', element: 'limits', name: { 'zh-CN': '时限', en: 'limits' } },
  property: { key: 'promised', label: { 'zh-CN': '承诺时限', en: 'promised limit' } },
  before: { value: '8 workday', words: { 'zh-CN': '8个工作日', en: '8 working days' } },
  after: { value: '6 workday', words: { 'zh-CN': '6个工作日', en: '6 working days' } },
  matters: true,
};

describe('renderDiffText', () => {
  it('groups by area and thing and ends with one line that sums up', () => {
    const other = { ...limit, matters: false, area: 'texts' as const };
    const diff = {
      changes: [limit, other],
      formattingOnly: ['license.yaml'],
      counts: { total: 2, matters: 1 },
    };
    assert.equal(
      renderDiffText(diff, 'zh-CN'),
      `时限
  时限  [pack.yaml]
    ~ 承诺时限：8个工作日 → 6个工作日

文字
  时限  [pack.yaml]
    ~ 承诺时限：8个工作日 → 6个工作日 （仅文字或版面）

只有格式不同（空白、注释、键的顺序）：license.yaml
2 处差异，其中 1 处影响办理（时限 1、文字 1）
`,
    );
    assert.match(
      renderDiffText(diff, 'en'),
      /^Limits\n {2}Limits {2}\[pack.yaml\]\n {4}~ promised limit: 8 working days → 6/,
    );
    assert.doesNotMatch(renderDiffText(diff, 'en'), /\p{Script=Han}/u);
  });

  it('says so when there is nothing, or nothing but formatting', () => {
    const none = { changes: [], formattingOnly: [], counts: { total: 0, matters: 0 } };
    assert.equal(renderDiffText(none, 'zh-CN'), '没有差异\n');
    assert.match(summariseDiff({ ...none, formattingOnly: ['a.yaml'] }).en, /Formatting only.*a\.yaml/);
  });

  it('cuts long texts down to what differs', () => {
    const text = (middle: string) => `${'前'.repeat(300)}${middle}${'后'.repeat(300)}`;
    const [before, after] = excerpt(text('甲'), text('乙'), 160);
    assert.match(before, /^…前+甲后+…$/);
    assert.match(after, /^…前+乙后+…$/);
    assert.ok(before.length < 60);
    const long = {
      ...limit,
      before: null,
      after: { value: '', words: { 'zh-CN': text('甲'), en: text('a') } },
    };
    assert.ok(sayChange(long, 'zh-CN').length < 200);
  });
});

function visit(
  path: string,
  node: unknown,
  check: (path: string, entry: Record<string, unknown>) => void,
): void {
  if (typeof node !== 'object' || node === null) return;
  const entry = node as Record<string, unknown>;
  if (typeof entry['zh'] === 'string' || typeof entry['en'] === 'string') check(path, entry);
  for (const [key, child] of Object.entries(entry)) visit(`${path}.${key}`, child, check);
}
