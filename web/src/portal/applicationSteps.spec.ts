import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { OwnCase } from '../api/portal.ts';
import { stepOfError, stepsOf } from './applicationSteps.ts';

const material = { key: 'a' } as OwnCase['materials'][number];

describe('the pages of an application', () => {
  it('are those that the item asks for', () => {
    assert.deepEqual(stepsOf({ askedArea: 'none', requiresLicense: false, materials: [] }), [
      'form',
      'check',
    ]);
    assert.deepEqual(stepsOf({ askedArea: 'town', requiresLicense: true, materials: [material] }), [
      'area',
      'license',
      'form',
      'materials',
      'check',
    ]);
  });

  it('hold the answer to every error', () => {
    assert.equal(stepOfError('premisesArea', 'formInvalid'), 'form');
    assert.equal(stepOfError('area.town', 'invalidRequest'), 'area');
    assert.equal(stepOfError('materials.floorPlan', 'materialsMissing'), 'materials');
    assert.equal(stepOfError('', 'licenseRequired'), 'license');
  });
});
