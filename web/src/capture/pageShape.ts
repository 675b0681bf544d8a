/** A corner in pixels of the picture. */
export interface Point {
  x: number;
  y: number;
}
/** Corners of a page in a photograph: top left, top right, bottom right, bottom left. */
export type Corners = [Point, Point, Point, Point];

/** Pixels of a small grey picture, row by row, 0 black to 255 white. */
export interface GreyPicture {
  width: number;
  height: number;
  pixels: Uint8ClampedArray;
}

/**
 * Finds the corners of a bright page on a darker ground: splits dark from bright (Otsu 1979), takes the largest bright
 * patch, and of it the points that reach furthest into each corner. Undefined when no patch fills a tenth of the picture
 * or it fills all of it: then the person sets the corners.
 */
export function findCorners(picture: GreyPicture): Corners | undefined {
  const { width, height } = picture;
  const patch = largestBright(picture, otsu(picture.pixels));
  if (patch.size < 0.1 * width * height || patch.size > 0.97 * width * height) return undefined;
  const furthest = (score: (point: Point) => number): Point => {
    let best: Point = { x: 0, y: 0 };
    let most = Number.NEGATIVE_INFINITY;
    for (const at of patch.members) {
      const point = { x: at % width, y: Math.floor(at / width) };
      const reached = score(point);
      if (reached > most) {
        most = reached;
        best = point;
      }
    }
    return best;
  };
  return [
    furthest(({ x, y }) => -x - y),
    furthest(({ x, y }) => x - y),
    furthest(({ x, y }) => x + y),
    furthest(({ x, y }) => y - x),
  ];
}

/** The corners of the whole picture, a little inside. */
export function wholePicture(width: number, height: number): Corners {
  const [x, y] = [Math.round(width * 0.04), Math.round(height * 0.04)];
  return [
    { x, y },
    { x: width - x, y },
    { x: width - x, y: height - y },
    { x, y: height - y },
  ];
}

/** Width and height of the straight page: the longer of opposite edges, at most `most` pixels. */
export function pageSize(corners: Corners, most: number): { width: number; height: number } {
  const [topLeft, topRight, bottomRight, bottomLeft] = corners;
  const width = Math.max(distance(topLeft, topRight), distance(bottomLeft, bottomRight));
  const height = Math.max(distance(topLeft, bottomLeft), distance(topRight, bottomRight));
  const scale = Math.min(1, most / Math.max(width, height));
  return {
    width: Math.max(1, Math.round(width * scale)),
    height: Math.max(1, Math.round(height * scale)),
  };
}

const distance = (one: Point, other: Point) => Math.hypot(one.x - other.x, one.y - other.y);

/** The level that best splits dark from bright: greatest variance between the two. */
function otsu(pixels: Uint8ClampedArray): number {
  const count = new Array<number>(256).fill(0);
  for (const value of pixels) count[value] = (count[value] ?? 0) + 1;
  const sum = count.reduce((total, many, value) => total + many * value, 0);
  let [dark, darkSum, best, level] = [0, 0, -1, 127];
  for (let value = 0; value < 256; value += 1) {
    dark += count[value] ?? 0;
    darkSum += (count[value] ?? 0) * value;
    const bright = pixels.length - dark;
    if (dark === 0 || bright === 0) continue;
    const between = dark * bright * (darkSum / dark - (sum - darkSum) / bright) ** 2;
    if (between > best) [best, level] = [between, value];
  }
  return level;
}

function largestBright(
  { width, height, pixels }: GreyPicture,
  level: number,
): { size: number; members: number[] } {
  const seen = new Uint8Array(width * height);
  let best: number[] = [];
  for (let start = 0; start < pixels.length; start += 1) {
    if (seen[start] === 1 || (pixels[start] ?? 0) <= level) continue;
    const members = [start];
    seen[start] = 1;
    for (let next = 0; next < members.length; next += 1) {
      const at = members[next] ?? 0;
      const x = at % width;
      const around = [at - width, at + width, x > 0 ? at - 1 : -1, x < width - 1 ? at + 1 : -1];
      for (const other of around) {
        if (other < 0 || other >= pixels.length || seen[other] === 1 || (pixels[other] ?? 0) <= level)
          continue;
        seen[other] = 1;
        members.push(other);
      }
    }
    if (members.length > best.length) best = members;
  }
  return { size: best.length, members: best };
}
