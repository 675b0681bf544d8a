/** A condition that the simple builder can show: one variable compared with one value. */
export interface SimpleCondition {
  readonly variable: string;
  readonly operator: Operator;
  readonly value: string | number | boolean;
}

export const operators = ['==', '!=', '<', '<=', '>', '>='] as const;
export type Operator = (typeof operators)[number];

const simple =
  /^\$\{\s*([A-Za-z_][A-Za-z0-9_]*)\s*(==|!=|<=|>=|<|>)\s*('[^'\\]*'|"[^"\\]*"|-?\d+(?:\.\d+)?|true|false)\s*\}$/;

/** Reads `${outcome == 'pass'}`; null when the condition is more than that. */
export function readCondition(text: string): SimpleCondition | null {
  const match = simple.exec(text.trim());
  if (match === null) return null;
  const [, variable = '', operator = '==', literal = ''] = match;
  const quoted = /^['"]/.test(literal);
  const value = quoted
    ? literal.slice(1, -1)
    : literal === 'true' || literal === 'false'
      ? literal === 'true'
      : Number(literal);
  return { variable, operator: operator as Operator, value };
}

/** Writes a condition as the engine reads it. Quotes and backslashes, which the grammar does not know, are left out. */
export function writeCondition({ variable, operator, value }: SimpleCondition): string {
  const literal = typeof value === 'string' ? `'${value.replace(/['\\]/g, '')}'` : String(value);
  return `\${${variable} ${operator} ${literal}}`;
}

/** The value that a typed text means for a variable of that type. */
export function toValue(text: string, type: string): string | number | boolean {
  if (type === 'number' && text.trim() !== '' && Number.isFinite(Number(text))) return Number(text);
  return type === 'boolean' ? text === 'true' : text;
}
