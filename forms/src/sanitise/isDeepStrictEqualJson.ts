/** Equality of two small JSON values; keys in any order. */
export function isDeepStrictEqualJson(a: unknown, b: unknown): boolean {
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return a === b;
  const [left, right] = [Object.entries(a), Object.entries(b)];
  return (
    left.length === right.length &&
    left.every(([key, value]) => isDeepStrictEqualJson(value, (b as Record<string, unknown>)[key]))
  );
}
