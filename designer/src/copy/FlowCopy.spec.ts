// biome-ignore-all lint/suspicious/noTemplateCurlyInString: expressions of the engine
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { readCopy } from './FlowCopy.ts';

const task = {
  id: 'a',
  x: 0,
  y: 0,
  businessObject: { $type: 'bpmn:UserTask', id: 'a', name: '审查' },
};
const copy = {
  format: 'onewindow/flow',
  version: 1,
  tree: { '0': [task] },
  steps: { a: { limit: '3 workday' } },
  files: { 'forms/a.json': '{"components":[]}' },
};
const read = (value: unknown) => readCopy(JSON.stringify(value), 'zh-CN');

describe('readCopy', () => {
  it('takes what was copied from a flow', () => {
    assert.deepEqual(read(copy), { copy });
  });

  it('refuses what is not its own, in words', () => {
    for (const foreign of [{ a: 1 }, { ...copy, version: 2 }, { ...copy, files: { '../x.json': '{}' } }, []])
      assert.match((read(foreign) as { problem: string }).problem, /不是从流程设计中复制的/);
    assert.match((readCopy('<xml/>', 'en') as { problem: string }).problem, /was not copied from a flow/);
  });

  const refused = [
    [{ $type: 'bpmn:ScriptTask', id: 'a' }, /脚本任务/],
    [{ $type: 'bpmn:ServiceTask', id: 'a', class: 'x.Y' }, /Java 类/],
    [{ $type: 'bpmn:ServiceTask', id: 'a', 'camunda:delegateExpression': '${x}' }, /表达式/],
    [
      { $type: 'bpmn:UserTask', id: 'a', extensionElements: { values: [{ $type: 'camunda:TaskListener' }] } },
      /监听器/,
    ],
  ] as const;
  for (const [businessObject, rule] of refused) {
    it(`names the rule that is broken: ${rule.source}`, () => {
      const bad = { ...copy, tree: { '0': [{ ...task, businessObject }] } };
      assert.match((read(bad) as { problem: string }).problem, rule);
    });
  }

  it('refuses forms that run code', () => {
    const form = JSON.stringify({
      components: [{ type: 'textfield', key: 'a', customDefaultValue: 'value = 1' }],
    });
    assert.match(
      (read({ ...copy, files: { 'forms/a.json': form } }) as { problem: string }).problem,
      /表单 forms\/a\.json/,
    );
  });
});
