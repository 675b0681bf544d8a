import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { PlannedCase } from '../../api/migrations.ts';
import { groupCases } from './groupCases.ts';

const name = { 'zh-CN': '审查', en: 'Review' };
const planned = (id: string, part: Partial<PlannedCase> = {}): PlannedCase => ({
  id,
  caseNo: id,
  fits: true,
  tasks: [{ step: 'review', name, to: 'review', toName: name }],
  clocks: [
    {
      kind: 'step',
      before: { limit: '3 workday', dueAt: `${id} before` },
      after: { limit: '2 workday', dueAt: `${id} after` },
    },
  ],
  findings: [],
  ...part,
});
const finding = {
  code: 'formMisfit',
  severity: 'blocking' as const,
  zh: '缺',
  en: 'lacks',
  help: { 'zh-CN': '', en: '' },
};

describe('cases of a plan', () => {
  it('are one group where the plan says the same of them, whatever day each is due', () => {
    const groups = groupCases([planned('1'), planned('2')]);
    assert.deepEqual(
      groups.map(({ cases }) => cases.map(({ id }) => id)),
      [['1', '2']],
    );
  });

  it('are apart where they stand, change or lack something else; what stays comes first, then the larger group', () => {
    const groups = groupCases([
      planned('1', { tasks: [{ step: 'check', name, to: null, toName: null }] }),
      planned('2'),
      planned('3'),
      planned('4', { fits: false, findings: [finding] }),
      planned('5', { clocks: [] }),
    ]);
    assert.deepEqual(
      groups.map(({ cases }) => cases.map(({ id }) => id)),
      [['4'], ['2', '3'], ['1'], ['5']],
    );
  });
});
