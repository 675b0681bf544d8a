import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { listSeedPacks } from '../pack/readPackFolder.ts';
import { readProcessModel } from './readProcessModel.ts';

const seeds = new Map(
  (await listSeedPacks()).map(({ packCode, files }) => [packCode, files['process.bpmn'] ?? '']),
);

describe('readProcessModel', () => {
  it('lists the steps of the food license in the order in which a case meets them', async () => {
    const { steps, ends } = await readProcessModel(seeds.get('scjg-food') ?? '');
    assert.deepEqual(
      steps.map(({ key }) => key),
      ['review', 'inspect', 'arrangeSampling', 'recordSampleResult', 'decide', 'deliver', 'deliverRefusal'],
    );
    // review, decision and delivery are always due, inspection and sampling perhaps, delivery of a refusal only then
    assert.deepEqual(
      steps.filter(({ main, optional }) => main && !optional).map(({ key }) => key),
      ['review', 'decide', 'deliver'],
    );
    assert.deepEqual(
      steps.filter(({ main }) => !main).map(({ key }) => key),
      ['deliverRefusal'],
    );
    assert.deepEqual(
      ends.map(({ id }) => id),
      ['granted', 'refused'],
    );
  });

  it('goes from village to town to district', async () => {
    const { steps } = await readProcessModel(seeds.get('mzj-elderly-subsidy') ?? '');
    assert.deepEqual(
      steps.map(({ candidateGroups }) => candidateGroups),
      [
        '${tenant}:${visitDepartment}:clerk',
        '${tenant}:${town}:approver',
        '${tenant}:${town}:approver',
        '${tenant}:${department}:approver',
      ],
    );
  });

  it('throws for what is no BPMN', async () => {
    await assert.rejects(readProcessModel('<a/>'));
  });
});
