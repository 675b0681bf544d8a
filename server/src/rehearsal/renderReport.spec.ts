import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { failure } from './failure.ts';
import type { PackPlayed } from './playPacks.ts';
import texts from './rehearsal-texts.json' with { type: 'json' };
import { renderPlayed, renderSummary } from './renderReport.ts';

const wrong = {
  ...failure('different', { expected: '2026-11-16', actual: '2026-11-17' }),
  file: 'scenarios/new.yaml',
  line: 17,
  path: 'steps.1.expect.clocks.statutory.due',
};
const played = {
  packCode: 'scjg-food',
  key: 'new',
  name: { 'zh-CN': '新办', en: 'New' },
  file: 'scenarios/new.yaml',
  milliseconds: 1240,
  failures: [wrong],
  way: { visits: [], rules: [] },
};
const node = { id: 'review', type: 'UserTask', name: '材料审查' };
const flow = { id: 'f', name: '', source: 'a', target: 'b' };
const rule = { decision: 'route', decisionName: '路由', rule: 'r2', row: 2, description: '其余由街道办理' };
const result = (passed: boolean, failures = played.failures): PackPlayed => ({
  packCode: 'scjg-food',
  folder: 'x/scjg-food',
  failures: [],
  scenarios: [{ ...played, failures }],
  coverage: {
    nodes: [{ ...node, passed }],
    flows: [{ ...flow, passed }],
    rules: [{ ...rule, passed }],
  },
});

describe('report of scenarios', () => {
  it('is one line for a scenario, and for a difference where it is written and both sides', () => {
    assert.equal(
      renderPlayed('x/scjg-food', played, 'zh-CN'),
      '✘ 未通过  scjg-food/new  新办  1.2 s\n    x/scjg-food/scenarios/new.yaml:17  steps.1.expect.clocks.statutory.due  应为 2026-11-16，实际为 2026-11-17\n',
    );
    assert.equal(
      renderPlayed('x', { ...played, failures: [] }, 'en'),
      '✔ passed  scjg-food/new  New  1.2 s\n',
    );
  });

  it('names what no scenario passes', () => {
    assert.match(
      renderSummary([result(false)], { language: 'zh-CN', engine: '7.24.0' }),
      /没有场景经过\n {4}UserTask review（材料审查）\n {4}连线 f（a → b）\n {4}决策表“路由”第 2 行（其余由街道办理）\n0 个场景通过，1 个未通过（引擎 7\.24\.0）\n$/,
    );
    assert.match(
      renderSummary([result(true, [])], { language: 'en', engine: '7.24.0' }),
      /every row of decision tables\n1 scenarios passed, 0 failed \(engine 7\.24\.0\)\n$/,
    );
  });

  it('says nothing of the ways when only some scenarios were played', () => {
    const partly = renderSummary([result(false)], { language: 'en', engine: '1.0.3', partly: true });
    assert.equal(partly, '0 scenarios passed, 1 failed (engine 1.0.3)\n');
  });

  it('says everything in both languages, with every value filled in', () => {
    for (const { zh, en } of Object.values(texts.failures)) {
      assert.match(zh, /\p{Script=Han}/u);
      assert.deepEqual((zh.match(/\{\w+\}/g) ?? []).sort(), (en.match(/\{\w+\}/g) ?? []).sort());
    }
    for (const words of Object.values(texts.report)) assert.ok(words['zh-CN'] !== '' && words.en !== '');
  });
});
