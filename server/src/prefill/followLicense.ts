import { readSource } from '../licenses/readSource.ts';
import { type KnownValue, type KnownValues, sameValue } from './knownValue.ts';

/** A license that fills in fields of an application; without values where none is chosen. */
export interface Filling {
  readonly rules: readonly { readonly to: string; readonly from: string }[];
  readonly values: Readonly<Record<string, unknown>>;
  /** Number of the license that this edit gives up for another, or for none. */
  readonly left?: string | undefined;
}

/**
 * Another license was chosen, or none any more: what the earlier one had filled in and nobody changed says what this one says, or is
 * empty again. A field that somebody has changed stays, and is held against this license: the reason that was given stays with it.
 * Changes `known`; returns the data.
 */
export function followLicense(options: {
  known: KnownValues;
  filling: Filling;
  data: Readonly<Record<string, unknown>>;
  /** Which license, of those that the values hold. */
  origin: (from: string) => Omit<KnownValue, 'value'>;
}): Record<string, unknown> {
  const { known, filling, data, origin } = options;
  const followed = { ...data };
  const { license } = filling.values;
  if (filling.left === undefined) return followed;
  for (const { to, from } of filling.rules) {
    const earlier = known[to];
    if (!from.startsWith('license:') || earlier?.source !== 'license') continue;
    if (earlier.ref !== filling.left) continue;
    const now = license === undefined ? undefined : origin(from);
    const value =
      now === undefined ? undefined : readSource({ values: { ...filling.values }, forms: {} }, from);
    if (sameValue(earlier.value, data[to])) followed[to] = value ?? '';
    if (now === undefined || (value ?? '') === '') delete known[to];
    else known[to] = { value, ...now, ...(earlier.reason === undefined ? {} : { reason: earlier.reason }) };
  }
  return followed;
}
