/** One variable that a pack takes out of form data. */
export interface VariableRule {
  name: string;
  /** RFC 6901 pointer into the form data. */
  from: string;
  type: 'string' | 'number' | 'boolean';
  /** Used where the form leaves the field out. */
  default?: string | number | boolean | undefined;
}

/** Reads variables out of form data; what is absent becomes '', 0 or false, so that every gateway finds its variable. */
export function readVariables(
  rules: readonly VariableRule[],
  data: Record<string, unknown>,
): Record<string, string | number | boolean> {
  return Object.fromEntries(
    rules.map((rule) => [rule.name, convert(readPointer(data, rule.from) ?? rule.default, rule.type)]),
  );
}

/** The value at an RFC 6901 pointer, or undefined. */
export function readPointer(data: unknown, pointer: string): unknown {
  let value = data;
  for (const token of pointer.split('/').slice(1)) {
    const key = token.replaceAll('~1', '/').replaceAll('~0', '~');
    if (value === null || typeof value !== 'object' || !Object.hasOwn(value, key)) return undefined;
    value = (value as Record<string, unknown>)[key];
  }
  return value;
}

function convert(value: unknown, type: VariableRule['type']): string | number | boolean {
  if (type === 'boolean') return value === true || value === 'true' || value === 'yes';
  if (type === 'number') return typeof value === 'number' ? value : Number(value ?? 0) || 0;
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean'
    ? String(value)
    : '';
}
