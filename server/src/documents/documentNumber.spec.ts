import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import departments from '../../data/daxing/departments.json' with { type: 'json' };
import { documentNumber } from './documentNumber.ts';

const notice = {
  kind: 'acceptanceNotice',
  day: '2026-11-23',
  caseNo: '110115202611230000015',
  slot: '1',
} as const;

describe('the number of a document', () => {
  it('reads as offices write it: district, body, kind, year, case', () => {
    const issuer = { departmentId: 'scjg', shortName: '市监' };
    assert.equal(documentNumber({ ...notice, issuer }), '京兴市监受〔2026〕110115202611230000015号');
    assert.equal(
      documentNumber({ ...notice, issuer, kind: 'supplementNotice', slot: '2' }),
      '京兴市监补〔2026〕110115202611230000015-2号',
    );
  });

  it('calls a body that was stored without a short name by its id', () => {
    assert.equal(
      documentNumber({ ...notice, issuer: { departmentId: 'scjg' } }),
      '京兴SCJG受〔2026〕110115202611230000015号',
    );
  });

  it('is different for every body of the reference district', () => {
    const numbers = departments.map(({ id, shortName }) =>
      documentNumber({ ...notice, issuer: { departmentId: id, shortName } }),
    );
    assert.equal(new Set(numbers).size, departments.length);
  });
});
