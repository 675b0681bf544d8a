/** Sun and moon after Meeus, Astronomical Algorithms, chs 25 and 49, as far as calendar days need them. */
const RADIANS = Math.PI / 180;
const J2000_DAY = 10957.5;
/** Seconds by which dynamical time is ahead of UTC in these decades, in days. */
const DELTA_T = 75 / 86_400;

/** Sun's apparent longitude in degrees (to about 0.01°) at the end of a Shanghai day number. */
export function sunAtEndOf(day: number): number {
  const t = (day + 1 - 8 / 24 - J2000_DAY) / 36525;
  const g = (357.52911 + 35999.05029 * t) * RADIANS;
  const center =
    (1.914602 - 0.004817 * t) * Math.sin(g) + 0.019993 * Math.sin(2 * g) + 0.000289 * Math.sin(3 * g);
  return (((280.46646 + 36000.76983 * t + center - 0.00569) % 360) + 360) % 360;
}

/** Shanghai day number of the new moon nearest to a day number (to about one minute). */
export function newMoonNear(day: number): number {
  const k = Math.round((day - 10962.76) / 29.530588861);
  const t = k / 1236.85;
  const sun = (2.5534 + 29.1053567 * k) * RADIANS;
  const moon = (201.5643 + 385.81693528 * k) * RADIANS;
  const node = (160.7108 + 390.67050284 * k) * RADIANS;
  const e = 1 - 0.002516 * t;
  const terms: [number, number][] = [
    [-0.4072, moon],
    [0.17241 * e, sun],
    [0.01608, 2 * moon],
    [0.01039, 2 * node],
    [0.00739 * e, moon - sun],
    [-0.00514 * e, moon + sun],
    [0.00208 * e * e, 2 * sun],
    [-0.00111, moon - 2 * node],
    [-0.00057, moon + 2 * node],
    [0.00056 * e, 2 * moon + sun],
    [-0.00042, 3 * moon],
    [0.00042 * e, sun + 2 * node],
    [0.00038 * e, sun - 2 * node],
    [-0.00024 * e, 2 * moon - sun],
  ];
  const correction = terms.reduce((sum, [factor, angle]) => sum + factor * Math.sin(angle), 0);
  const julian = 2451550.09766 + 29.530588861 * k + 0.00015437 * t * t + correction - DELTA_T;
  return Math.floor(julian - 2440587.5 + 8 / 24);
}
