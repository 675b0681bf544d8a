// biome-ignore-all lint/suspicious/noTemplateCurlyInString: these are expressions of the engine
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { designerTexts } from '../i18n/designerTexts.ts';
import { describeCondition } from './describeCondition.ts';

const variables = [
  { name: 'outcome', label: '办理结果', type: 'string', values: [{ value: 'pass', label: '审核通过' }] },
];

describe('describeCondition', () => {
  it('says a condition as a sentence', () => {
    assert.equal(
      describeCondition("${outcome == 'pass'}", variables, designerTexts['zh-CN']),
      '当 办理结果 是 “审核通过”',
    );
    assert.equal(describeCondition('${area > 50}', variables, designerTexts.en), 'When area more than “50”');
  });

  it('shows what it cannot say', () => {
    const text = "${a == 'x' and b == 'y'}";
    assert.equal(describeCondition(text, variables, designerTexts['zh-CN']), text);
  });
});

describe('words of the designer', () => {
  it('are the same in both languages, none empty', () => {
    const keys = (value: object, at = ''): string[] =>
      Object.entries(value).flatMap(([key, entry]) =>
        typeof entry === 'object' ? keys(entry as object, `${at}${key}.`) : [at + key],
      );
    assert.deepEqual(keys(designerTexts.en), keys(designerTexts['zh-CN']));
    assert.ok(!JSON.stringify(designerTexts).includes(':""'));
  });
});
