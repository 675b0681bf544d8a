import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { readPointer, readVariables } from './readVariables.ts';

describe('engine variables out of form data', () => {
  it('are only what the pack names, converted, with defaults where the form leaves a field out', () => {
    const data = {
      businessKind: 'catering',
      premisesArea: '180',
      operatorName: '张三',
      nested: { yes: 'true' },
    };
    assert.deepEqual(
      readVariables(
        [
          { name: 'businessKind', from: '/businessKind', type: 'string' },
          { name: 'premisesArea', from: '/premisesArea', type: 'number' },
          { name: 'asked', from: '/nested/yes', type: 'boolean' },
          { name: 'conditionsChanged', from: '/conditionsChanged', type: 'string', default: 'no' },
          { name: 'absent', from: '/absent', type: 'number' },
        ],
        data,
      ),
      { businessKind: 'catering', premisesArea: 180, asked: true, conditionsChanged: 'no', absent: 0 },
    );
  });

  it('never carry an object or a list', () => {
    const [rule] = [{ name: 'x', from: '/x', type: 'string' as const }];
    assert.deepEqual(readVariables([rule], { x: { evil: 1 } }), { x: '' });
    assert.deepEqual(readVariables([rule], { x: [1] }), { x: '' });
  });

  it('do not reach into prototypes (RFC 6901 pointers over own members only)', () => {
    assert.equal(readPointer({}, '/constructor/name'), undefined);
    assert.equal(readPointer({ 'a/b': { '~': 1 } }, '/a~1b/~0'), 1);
  });
});
