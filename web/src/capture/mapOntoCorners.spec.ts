import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { mapOntoCorners } from './mapOntoCorners.ts';
import type { Corners } from './pageShape.ts';

const near = (got: { x: number; y: number }, x: number, y: number) =>
  assert.ok(Math.hypot(got.x - x, got.y - y) < 1e-6, `${got.x}, ${got.y} instead of ${x}, ${y}`);

describe('a page seen askew', () => {
  it('its corners and where its diagonals cross come from where the camera saw them', () => {
    const corners: Corners = [
      { x: 130, y: 60 },
      { x: 780, y: 140 },
      { x: 700, y: 1050 },
      { x: 40, y: 970 },
    ];
    const map = mapOntoCorners(corners);
    near(map(0, 0), 130, 60);
    near(map(1, 0), 780, 140);
    near(map(1, 1), 700, 1050);
    near(map(0, 1), 40, 970);
    // Straight lines stay straight: the middle of the page lies on both diagonals.
    const middle = map(0.5, 0.5);
    for (const [from, to] of [
      [corners[0], corners[2]],
      [corners[1], corners[3]],
    ] as const) {
      const off = (to.x - from.x) * (middle.y - from.y) - (to.y - from.y) * (middle.x - from.x);
      assert.ok(Math.abs(off) < 1e-6);
    }
  });

  it('a page that leans away is drawn closer together at its far end', () => {
    const map = mapOntoCorners([
      { x: 25, y: 0 },
      { x: 75, y: 0 },
      { x: 100, y: 100 },
      { x: 0, y: 100 },
    ]);
    near(map(0.5, 0.5), 50, 100 / 3);
  });

  it('corners on one line still give numbers', () => {
    const map = mapOntoCorners([
      { x: 0, y: 0 },
      { x: 10, y: 0 },
      { x: 20, y: 0 },
      { x: 30, y: 0 },
    ]);
    assert.ok(Number.isFinite(map(0.3, 0.7).x));
  });
});
