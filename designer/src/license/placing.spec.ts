import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { firstPicturePlace, firstPlace, movableBoxes, moved, pageOf, stepOf } from './placing.ts';

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
  it('is moved as a signature is, by its box; a field in its turn is not', () => {
    const fields = [{ label: '住所' }, { label: '备注', x: 10, y: 20 }];
    const boxes = movableBoxes(fields, [{ label: '核查人员', x: 5, y: 6, width: 7, height: 8 }]);
    assert.deepEqual(
      boxes.map(({ path, name, y, width, height, over }) => [path.join('.'), name, y - over, width, height]),
      [
        ['fields.1', '备注', 15, firstPlace.width, 7],
        ['pictures.0', '核查人员', 6, 7, 8],
      ],
    );
    for (const orientation of ['landscape', 'portrait']) {
      const { height, width, x, y } = firstPicturePlace(orientation);
      assert.ok(x + width < pageOf(orientation).width && y + height < pageOf(orientation).height);
    }
  });
});
