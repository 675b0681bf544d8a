import type { LicenseDocument } from '../licenses/model.ts';
import { addDays } from './dayOffset.ts';

/** What of a license says whether a benefit may rest on it. */
export type WatchedLicense = Pick<LicenseDocument, 'state' | 'validFrom' | 'validTo'>;

export type LapseKind = 'expired' | 'annulled' | 'deregistered';

/** States in which a license in store counts for nothing: another version has its place, or it was never given. */
const passedOver: ReadonlySet<string> = new Set(['draft', 'superseded']);
const inEffect: ReadonlySet<string> = new Set(['issued', 'deemedRenewed']);

/**
 * The first Shanghai day from `today` on that no license of the holder covers, for the reason that is watched; a license
 * that follows without a gap counts. Undefined where nothing lapses that can be foreseen, and where the store never
 * held such a license: a paper one is not watched.
 */
export function lapseDay(
  licenses: readonly WatchedLicense[],
  becomes: LapseKind,
  today: string,
): string | undefined {
  const known = licenses.filter(({ state }) => !passedOver.has(state));
  if (known.length === 0) return undefined;
  const good = known.filter(
    ({ state }) => inEffect.has(state) || (becomes === 'expired' && state === 'expired'),
  );
  if (becomes !== 'expired')
    return covers(good, today) === undefined && known.some(({ state }) => state === becomes)
      ? today
      : undefined;
  if (good.length === 0) return undefined;
  const covering = covers(good, today);
  if (covering === undefined) return pastEnd(good, today);
  let day = today;
  for (let at: WatchedLicense | undefined = covering; at !== undefined; at = covers(good, day)) {
    if (at.validTo === undefined) return undefined;
    day = addDays(at.validTo, 1);
  }
  return day;
}

/** Whether a license of the holder is in effect on a day. */
export function isCovered(licenses: readonly WatchedLicense[], day: string): boolean {
  return (
    covers(
      licenses.filter(({ state }) => inEffect.has(state)),
      day,
    ) !== undefined
  );
}

function covers(licenses: readonly WatchedLicense[], day: string): WatchedLicense | undefined {
  return licenses.find(
    ({ validFrom, validTo }) => validFrom <= day && (validTo === undefined || validTo >= day),
  );
}

/** The day after the last one that was covered; nothing ended yet where all of it lies ahead. */
function pastEnd(licenses: readonly WatchedLicense[], today: string): string | undefined {
  const ends = licenses
    .map(({ validTo }) => validTo)
    .filter((day) => day !== undefined)
    .filter((day) => day < today)
    .sort();
  const last = ends.at(-1);
  return last === undefined ? undefined : addDays(last, 1);
}
