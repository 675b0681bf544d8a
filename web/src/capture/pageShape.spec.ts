import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { type Corners, findCorners, pageSize } from './pageShape.ts';

/** A page with these corners, bright on dark, with dark lines of writing on it. */
function picture(corners: Corners, width = 120, height = 160) {
  const pixels = new Uint8ClampedArray(width * height);
  const inside = (x: number, y: number) =>
    corners.every((corner, at) => {
      const next = corners[(at + 1) % 4] ?? corner;
      return (next.x - corner.x) * (y - corner.y) - (next.y - corner.y) * (x - corner.x) >= 0;
    });
  for (let y = 0; y < height; y += 1)
    for (let x = 0; x < width; x += 1)
      pixels[y * width + x] = inside(x, y) ? (y % 9 === 0 && x > 40 && x < 80 ? 60 : 235) : 70;
  return { width, height, pixels };
}

describe('a photographed page', () => {
  it('is found where it lies askew, writing or not', () => {
    const corners: Corners = [
      { x: 20, y: 15 },
      { x: 100, y: 28 },
      { x: 95, y: 140 },
      { x: 12, y: 130 },
    ];
    const found = findCorners(picture(corners));
    assert.ok(found);
    for (const [at, corner] of corners.entries()) {
      assert.ok(Math.abs((found[at]?.x ?? 0) - corner.x) <= 2, JSON.stringify(found));
      assert.ok(Math.abs((found[at]?.y ?? 0) - corner.y) <= 2, JSON.stringify(found));
    }
  });

  it('is left to the person where there is none, or nothing else', () => {
    const speck: Corners = [
      { x: 5, y: 5 },
      { x: 12, y: 5 },
      { x: 12, y: 12 },
      { x: 5, y: 12 },
    ];
    assert.equal(findCorners(picture(speck)), undefined);
    assert.equal(
      findCorners({ width: 10, height: 10, pixels: new Uint8ClampedArray(100).fill(200) }),
      undefined,
    );
  });

  it('becomes as large as its longer edges, within what is sent', () => {
    const corners: Corners = [
      { x: 0, y: 0 },
      { x: 3000, y: 0 },
      { x: 3000, y: 4000 },
      { x: 0, y: 4000 },
    ];
    assert.deepEqual(pageSize(corners, 2000), { width: 1500, height: 2000 });
  });
});
