/** What a process variable may be here: routing keys and decisions, no objects, no personal data. */
export type VariableValue = string | number | boolean | null;
export type Variables = Record<string, VariableValue>;

export type TypedVariable = { value: VariableValue; type: string };

const largestInteger = 2_147_483_647;

/** Variables as the engine's REST API wants them: integers as Integer or Long, other numbers as Double. */
export function toTypedVariables(variables: Variables): Record<string, TypedVariable> {
  return Object.fromEntries(
    Object.entries(variables).map(([name, value]) => [name, { value, type: typeOf(value) }]),
  );
}

/** Plain values of the engine's answer. */
export function fromTypedVariables(typed: Record<string, { value?: unknown }>): Variables {
  return Object.fromEntries(Object.entries(typed).map(([name, { value }]) => [name, plain(value)]));
}

/** A variable's value as this system uses them; anything else (files, objects) becomes null. */
export function plain(value: unknown): VariableValue {
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' ? value : null;
}

function typeOf(value: VariableValue): string {
  if (value === null) return 'Null';
  if (typeof value === 'string') return 'String';
  if (typeof value === 'boolean') return 'Boolean';
  if (!Number.isInteger(value)) return 'Double';
  return Math.abs(value) <= largestInteger ? 'Integer' : 'Long';
}
