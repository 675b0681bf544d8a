/** Shades from light to dark, beside none. */
const shades = 5;

/** The shade of a number in a heat map, 0 (none) to 5, by its part of the largest. */
export function shadeOf(count: number, most: number): number {
  return count === 0 ? 0 : Math.ceil((count / most) * shades);
}
