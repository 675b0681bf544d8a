import type { PackManifest } from '@onewindow/processes';
import { conditionHolds, type Variables } from './conditionHolds.ts';

export type Limits = PackManifest['limits'];
export type LimitVariant = NonNullable<Limits['variants']>[number];

/** The variant of the limits whose condition holds: the first; undefined where none does. */
export function variantFor(limits: Limits, variables: Variables): LimitVariant | undefined {
  return limits.variants?.find(({ when }) => conditionHolds(when, variables));
}

/**
 * The limits of an item in one situation: the item's, with what the variant changes, with what the operation changes; what a
 * part leaves out is as in the one before.
 */
export function limitsFor(
  limits: Limits,
  operation: PackManifest['operations'][number]['limits'],
  variant: LimitVariant | undefined,
): Limits {
  const { key: _key, name: _name, when: _when, ...varied } = variant ?? {};
  return { ...limits, ...withoutUndefined(varied), ...withoutUndefined(operation ?? {}) };
}

function withoutUndefined<T extends object>(value: T): { [K in keyof T]: Exclude<T[K], undefined> } {
  return Object.fromEntries(Object.entries(value).filter(([, entry]) => entry !== undefined)) as never;
}
