import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { type JointOpinion, jointResult } from './jointState.ts';

const at = new Date('2026-11-23T10:00:00+08:00');
const by = { id: 'u', name: '某人', departmentId: 'csglw' };
const opinions = (...positions: JointOpinion['position'][]): JointOpinion[] =>
  positions.map((position, index) => ({
    step: `opinion${index}`,
    departmentId: `d${index}`,
    askedAt: at,
    position,
  }));

describe('the result of a joint opinion', () => {
  const rows: [string, 'all' | 'majority', JointOpinion['position'][], string][] = [
    ['nobody was asked', 'all', [], 'open'],
    ['one has not answered', 'all', ['agree', 'open'], 'open'],
    ['a dissent is known but another is still to answer', 'all', ['dissent', 'open'], 'open'],
    ['all agree', 'all', ['agree', 'agree'], 'agreed'],
    ['one of two dissents', 'all', ['agree', 'dissent'], 'dissent'],
    ['two of three are most', 'majority', ['agree', 'agree', 'dissent'], 'agreed'],
    ['half is not most', 'majority', ['agree', 'dissent'], 'dissent'],
  ];
  for (const [name, agreement, positions, result] of rows) {
    it(`${name} (${agreement}): ${result}`, () => {
      assert.equal(jointResult({ agreement }, { opinions: opinions(...positions) }), result);
    });
  }

  it('the meeting of the heads decides, whatever was said before', () => {
    const said = opinions('agree', 'dissent');
    assert.equal(
      jointResult({ agreement: 'all' }, { opinions: said, meeting: { agreed: true, at, by } }),
      'agreed',
    );
    assert.equal(
      jointResult({ agreement: 'all' }, { opinions: said, meeting: { agreed: false, at, by } }),
      'dissent',
    );
    assert.equal(jointResult({ agreement: 'all' }, undefined), 'open');
  });
});
