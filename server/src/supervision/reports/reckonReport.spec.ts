import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { type ReportBasis, reckonReport } from './reckonReport.ts';
import type { CaseFact } from './reportFacts.ts';

const basis: ReportBasis = {
  records: [],
  departmentId: '',
  departments: { scjg: { name: '市场监管局', level: 'district' } },
  items: { 'scjg-food': { name: { 'zh-CN': '食品经营许可', en: 'Food' }, limits: null } },
};
const fact = (caseNo: string, of: Partial<CaseFact> = {}): CaseFact => ({
  ...{ caseId: caseNo, caseNo, departmentId: 'scjg', packCode: 'scjg-food', received: '2026-11-02' },
  ...of,
});
const late = { day: '2026-11-20', kind: 'grant', onTime: false, workdays: 14 } as const;

describe('the reckoning of a monthly report', () => {
  it('counts a case that was read twice once, as it was read last', async () => {
    const { tables, caseCount, facts } = await reckonReport(
      [fact('2'), fact('1'), fact('2', { decided: late })],
      basis,
    );
    assert.equal(caseCount, 2);
    assert.deepEqual(tables['2'][0]?.figures, {
      ...{ received: 2, accepted: 0, decided: 1, granted: 1, refused: 0, onTime: 0, late: 1 },
      ...{ onTimeShare: 0, averageWorkdays: 14 },
    });
    const kept = JSON.parse(Buffer.from(facts).toString('utf8')) as { cases: CaseFact[] };
    assert.deepEqual(
      kept.cases.map(({ caseNo }) => caseNo),
      ['1', '2'],
    );
  });

  it('does not count a case that has left the month or the department meanwhile', async () => {
    const { received: _received, ...left } = fact('1');
    const of = { ...basis, departmentId: 'scjg' };
    const { caseCount } = await reckonReport(
      [fact('1'), left, fact('2'), fact('2', { departmentId: 'zwfw' })],
      of,
    );
    assert.equal(caseCount, 0);
  });

  it('names sixty late cases and counts them all', async () => {
    const many = Array.from({ length: 61 }, (_, at) => fact(String(100 + at), { decided: late }));
    const { lateCount, lateNamed } = await reckonReport(many, basis);
    assert.deepEqual([lateCount, lateNamed.length], [61, 60]);
  });
});
