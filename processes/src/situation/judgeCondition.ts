import { evaluateExpression, type Value, variablesOf } from '../expression/evaluateExpression.ts';
import { type Expression, parseExpression } from '../expression/parseExpression.ts';

/** Whether a condition holds: for certain, certainly not, or depending on what is not answered yet. */
export type Verdict = 'yes' | 'no' | 'open';

/** Ways to answer that are tried out at most; more are taken as open. */
const mostWays = 4096;

/**
 * Judges a condition where some of its variables are not known yet: those of `open` can take the values listed there, any
 * other that `known` lacks can take every value.
 */
export function judgeCondition(
  condition: string,
  known: Readonly<Record<string, Value>>,
  open: ReadonlyMap<string, readonly Value[]>,
): Verdict {
  const expression = parseExpression(condition);
  const asked = variablesOf(expression).flatMap((name) => {
    const values = Object.hasOwn(known, name) ? undefined : open.get(name);
    return values === undefined ? [] : [[name, values] as const];
  });
  if (asked.reduce((ways, [, values]) => ways * values.length, 1) > mostWays) return 'open';
  const results = new Set(tryOut(expression, { ...known }, asked));
  if (results.size !== 1) return 'open';
  const [result] = results;
  return result === undefined ? 'open' : result === true ? 'yes' : 'no';
}

function* tryOut(
  expression: Expression,
  known: Record<string, Value>,
  asked: readonly (readonly [string, readonly Value[]])[],
): Generator<boolean | undefined> {
  const [first, ...rest] = asked;
  if (first === undefined) {
    const value = evaluateExpression(expression, known);
    yield value === undefined ? undefined : value === true;
    return;
  }
  const [name, values] = first;
  for (const value of values) yield* tryOut(expression, { ...known, [name]: value }, rest);
}
