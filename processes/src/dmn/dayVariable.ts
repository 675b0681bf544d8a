/**
 * The variable whose day a column asks about: `date(from)` asks about `from`. A variable holds a day as a text, which the
 * engine can only compare as such; `date(…)` makes it a day, with an order. Null for any other expression.
 */
export function dayVariable(expression: string): string | null {
  return /^date\(\s*([A-Za-z_][A-Za-z0-9_]*)\s*\)$/.exec(expression.trim())?.[1] ?? null;
}
