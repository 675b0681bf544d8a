import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { mentionNames, mentionsIn } from './mentionsIn.ts';

const person = (id: string, name: string, department = '市场监管局') => ({
  id,
  name,
  department: { id: department, name: department },
});

describe('mentions in a comment', () => {
  it('are found by name, each once, the longest name first', () => {
    const names = mentionNames([person('1', '李局'), person('2', '李局长'), person('3', '孙审批')]);
    assert.deepEqual(mentionsIn('@李局长 请看,@孙审批 也看,@李局长', names), ['2', '3']);
    assert.deepEqual(mentionsIn('发到 a@b.cn,@无此人', names), []);
  });

  it('tell two people of one name apart by their department', () => {
    const names = mentionNames([person('1', '王芳', '民政局'), person('2', '王芳')]);
    assert.deepEqual(mentionsIn('@王芳(市场监管局) 请看', names), ['2']);
  });
});
