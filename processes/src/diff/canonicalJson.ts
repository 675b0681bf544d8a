import { isRecord } from '../lint/readForm.ts';

/** JSON with keys in order: equal for values that say the same. `undefined` gives `undefined`. */
export function canonicalJson(value: unknown): string | undefined {
  return JSON.stringify(value, (_, part: unknown) =>
    isRecord(part)
      ? Object.fromEntries(Object.entries(part).sort(([left], [right]) => (left < right ? -1 : 1)))
      : part,
  );
}
