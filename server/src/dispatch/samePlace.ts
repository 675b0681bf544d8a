import type { DispatchPlace } from './dispatchState.ts';

/** Radius of the earth in metres (IUGG mean). */
const earth = 6_371_008.8;

/**
 * Whether two places count as one: within `radius` metres where both have a position, else the same words in the same
 * area. Gives the distance in metres where it is known.
 */
export function samePlace(
  one: DispatchPlace,
  other: DispatchPlace,
  radius: number,
): { same: boolean; metres?: number } {
  if (one.position !== undefined && other.position !== undefined) {
    const metres = distance(one.position, other.position);
    return { same: metres <= radius, metres: Math.round(metres) };
  }
  return { same: one.area === other.area && plain(one.text) === plain(other.text) };
}

type Position = NonNullable<DispatchPlace['position']>;

/** Great-circle distance in metres (haversine). */
function distance(one: Position, other: Position): number {
  const rad = (degrees: number) => (degrees * Math.PI) / 180;
  const lat = rad(other.latitude - one.latitude);
  const lon = rad(other.longitude - one.longitude);
  const half =
    Math.sin(lat / 2) ** 2 +
    Math.cos(rad(one.latitude)) * Math.cos(rad(other.latitude)) * Math.sin(lon / 2) ** 2;
  return 2 * earth * Math.asin(Math.min(1, Math.sqrt(half)));
}

/** Without spaces, punctuation and width of characters: 兴华大街１２号 and 兴华大街12号 are one place. */
function plain(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll(/[\p{P}\p{Z}\s]/gu, '');
}
