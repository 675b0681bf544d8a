import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { boxBetween, nudge, scaleOf, stepZoom, toUpright, turnRight } from './pageGeometry.ts';

describe('page geometry', () => {
  const page = { width: 800, height: 1000 };
  it('fits a page by its width or wholly, also when it lies', () => {
    assert.equal(scaleOf('width', page, { width: 400, height: 300 }, 0), 0.5);
    assert.equal(scaleOf('page', page, { width: 400, height: 300 }, 0), 0.3);
    assert.equal(scaleOf('width', page, { width: 500, height: 300 }, 90), 0.5);
    assert.equal(scaleOf(2, page, { width: 400, height: 300 }, 0), 2);
  });

  it('zooms by steps and stops at the ends', () => {
    assert.deepEqual([stepZoom(1, 1), stepZoom(1, -1), stepZoom(0.62, 1)], [1.25, 0.75, 0.75]);
    assert.deepEqual([stepZoom(4, 1), stepZoom(0.25, -1)], [4, 0.25]);
  });

  it('turns a full circle in four', () => {
    assert.deepEqual(
      [0, 90, 180, 270].map((turn) => turnRight(turn as 0)),
      [90, 180, 270, 0],
    );
  });

  it('finds the place on the upright page under the pointer, however it is turned', () => {
    // The top left corner of the upright page, where it is seen after each turn.
    assert.deepEqual(toUpright({ x: 1, y: 0 }, 90), { x: 0, y: 0 });
    assert.deepEqual(toUpright({ x: 1, y: 1 }, 180), { x: 0, y: 0 });
    assert.deepEqual(toUpright({ x: 0, y: 1 }, 270), { x: 0, y: 0 });
  });

  it('keeps a box on the page', () => {
    assert.deepEqual(boxBetween({ x: 0.5, y: 0.5 }, { x: 0.25, y: 0.75 }), {
      x: 0.25,
      y: 0.5,
      width: 0.25,
      height: 0.25,
    });
    const box = { x: 0.5, y: 0.5, width: 0.5, height: 0.5 };
    assert.deepEqual(nudge(box, { x: 0.1, y: -0.5 }, false), { ...box, y: 0 });
    assert.deepEqual(nudge(box, { x: 0.1, y: -1 }, true), { ...box, height: 0.01 });
  });
});
