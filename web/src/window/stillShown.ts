import type { FormData } from '../api/types.ts';

/** Of what the server changed in a form, that which it still shows as it was before: what is typed just now goes before it. */
export function stillShown(changed: FormData, before: FormData, shown: FormData): FormData {
  return Object.fromEntries(
    Object.entries(changed).filter(([key]) => isBlank(shown[key]) || isSame(shown[key], before[key])),
  );
}

export function isBlank(value: unknown): boolean {
  return value === undefined || value === null || value === '';
}

export function isSame(one: unknown, other: unknown): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}
