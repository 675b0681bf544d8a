import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { moved, pageOf, stepOf } from './placing.ts';

describe('a field at a place of its own', () => {
  it('is nudged by millimetres and stays on the page', () => {
    const page = pageOf('landscape');
    assert.deepEqual(page, { width: 297, height: 210 });
    assert.deepEqual(moved({ x: 40, y: 150 }, stepOf('ArrowRight', false) ?? { x: 0, y: 0 }, page), {
      x: 41,
      y: 150,
    });
    assert.deepEqual(moved({ x: 4, y: 205 }, { x: -10, y: 10 }, page), { x: 0, y: 210 });
    assert.deepEqual(stepOf('ArrowUp', true), { x: 0, y: -10 });
    assert.equal(stepOf('Tab', false), undefined);
    assert.deepEqual(moved({ x: 40, y: 150 }, { x: 0.4, y: 0.6 }, page), { x: 40, y: 151 });
  });
});
