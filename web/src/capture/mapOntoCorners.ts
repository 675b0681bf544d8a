import type { Corners, Point } from './pageShape.ts';

/**
 * The projective map that takes the unit square onto four corners, as a camera saw them. Corners of which three lie on
 * one line have no such map; they get the nearest affine one.
 */
export function mapOntoCorners([topLeft, topRight, bottomRight, bottomLeft]: Corners): (
  across: number,
  down: number,
) => Point {
  const right = { x: topRight.x - bottomRight.x, y: topRight.y - bottomRight.y };
  const under = { x: bottomLeft.x - bottomRight.x, y: bottomLeft.y - bottomRight.y };
  // How far the corners are from a parallelogram; a page seen from straight above has none of it.
  const slant = {
    x: topLeft.x - topRight.x + bottomRight.x - bottomLeft.x,
    y: topLeft.y - topRight.y + bottomRight.y - bottomLeft.y,
  };
  const area = right.x * under.y - under.x * right.y;
  const g = area === 0 ? 0 : (slant.x * under.y - under.x * slant.y) / area;
  const h = area === 0 ? 0 : (right.x * slant.y - slant.x * right.y) / area;
  const [alongX, alongY] = [topRight.x - topLeft.x + g * topRight.x, topRight.y - topLeft.y + g * topRight.y];
  const [downX, downY] = [
    bottomLeft.x - topLeft.x + h * bottomLeft.x,
    bottomLeft.y - topLeft.y + h * bottomLeft.y,
  ];
  return (across, down) => {
    const depth = g * across + h * down + 1;
    return {
      x: (alongX * across + downX * down + topLeft.x) / depth,
      y: (alongY * across + downY * down + topLeft.y) / depth,
    };
  };
}
