import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { DispatchPlace } from './dispatchState.ts';
import { samePlace } from './samePlace.ts';

const at = (latitude: number, longitude = 116.3381): DispatchPlace => ({
  area: 'v005901',
  text: '清源路口',
  position: { longitude, latitude },
});
const words = (text: string, area = 'v005901'): DispatchPlace => ({ area, text });

describe('samePlace', () => {
  it('measures along the earth: a thousandth of a degree of latitude is 111 metres', () => {
    assert.deepEqual(samePlace(at(39.727), at(39.728), 111.2), { same: true, metres: 111 });
    assert.deepEqual(samePlace(at(39.727), at(39.728), 111), { same: false, metres: 111 });
    // at 39.7° north a degree of longitude is shorter
    assert.deepEqual(samePlace(at(39.727), at(39.727, 116.3391), 100), { same: true, metres: 86 });
  });

  it('compares words only where a position is missing, whatever their spaces, marks and width', () => {
    assert.equal(samePlace(words('兴华大街１２号，门前'), words('兴华大街 12号门前'), 30).same, true);
    assert.equal(samePlace(words('兴华大街12号'), words('兴华大街21号'), 30).same, false);
    assert.equal(samePlace(at(39.727), words('清源路口'), 30).same, true);
  });

  it('knows that the same words in another area are another place', () => {
    assert.equal(samePlace(words('村委会门前'), words('村委会门前', 'v005902'), 30).same, false);
  });
});
