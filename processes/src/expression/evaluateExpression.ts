import type { Expression } from './parseExpression.ts';

export type Value = string | number | boolean | null;

/** Value of an expression; `undefined` where it hangs on a variable that `known` does not give. */
export function evaluateExpression(
  expression: Expression,
  known: Readonly<Record<string, Value>>,
): Value | undefined {
  switch (expression.kind) {
    case 'literal':
      return expression.value;
    case 'variable':
      return known[expression.name];
    case 'minus': {
      const value = evaluateExpression(expression.of, known);
      return typeof value === 'number' ? -value : undefined;
    }
    case 'not': {
      const value = evaluateExpression(expression.of, known);
      return value === undefined ? undefined : value !== true;
    }
    case 'empty': {
      const value = evaluateExpression(expression.of, known);
      return value === undefined ? undefined : value === null || value === '';
    }
    case 'binary':
      return evaluateBinary(expression, known);
  }
}

function evaluateBinary(
  { operator, left, right }: Extract<Expression, { kind: 'binary' }>,
  known: Readonly<Record<string, Value>>,
): Value | undefined {
  const a = evaluateExpression(left, known);
  const b = evaluateExpression(right, known);
  if (operator === 'and')
    return a === false || b === false ? false : a === undefined || b === undefined ? undefined : a && b;
  if (operator === 'or')
    return a === true || b === true ? true : a === undefined || b === undefined ? undefined : a || b;
  if (a === undefined || b === undefined) return undefined;
  if (operator === '==') return a === b;
  if (operator === '!=') return a !== b;
  if (a === null || b === null) return false;
  if (operator === '<') return a < b;
  if (operator === '>') return a > b;
  return operator === '<=' ? a <= b : a >= b;
}

/** Names of the variables in an expression, each once. */
export function variablesOf(expression: Expression): string[] {
  const names = new Set<string>();
  const visit = (part: Expression): void => {
    if (part.kind === 'variable') names.add(part.name);
    else if (part.kind === 'binary') [part.left, part.right].forEach(visit);
    else if (part.kind !== 'literal') visit(part.of);
  };
  visit(expression);
  return [...names];
}

/** Literals that a variable is compared with by == or !=. */
export function literalsComparedWith(expression: Expression, name: string): Value[] {
  if (expression.kind === 'binary') {
    const { left, right } = expression;
    for (const [variable, literal] of [
      [left, right],
      [right, left],
    ] as const) {
      if (variable.kind === 'variable' && variable.name === name && literal.kind === 'literal')
        return [literal.value];
    }
    return [...literalsComparedWith(left, name), ...literalsComparedWith(right, name)];
  }
  return expression.kind === 'literal' || expression.kind === 'variable'
    ? []
    : literalsComparedWith(expression.of, name);
}
