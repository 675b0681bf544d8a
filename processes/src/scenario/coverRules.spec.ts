import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { listSeedPacks } from '../pack/readPackFolder.ts';
import { coverRules } from './coverRules.ts';

describe('rows of decision tables', async () => {
  const files = (await listSeedPacks()).find(({ packCode }) => packCode === 'hotline-12345')?.files ?? {};
  const rule = (row: number) => ({ decision: 'hotline-12345-unit', rule: `hotline-12345-unit-rule${row}` });

  it('are those that some run matched, each with its place and what it is for', async () => {
    const rows = await coverRules(files, [[rule(1)], [rule(6), rule(1)]]);
    assert.equal(rows.length, 10);
    assert.deepEqual(
      rows.filter(({ passed }) => passed).map(({ row }) => row),
      [1, 6],
    );
    assert.equal(rows[0]?.decisionName, '承办单位');
    assert.match(rows[0]?.description ?? '', /派单员|派遣员/);
  });

  it('of another decision with the same rule id do not count', async () => {
    const rows = await coverRules(files, [[{ decision: 'other', rule: 'hotline-12345-unit-rule1' }]]);
    assert.ok(rows.every(({ passed }) => !passed));
  });

  it('are none where a pack decides nothing by table', async () => {
    assert.deepEqual(await coverRules({ 'pack.yaml': '' }, []), []);
  });
});
