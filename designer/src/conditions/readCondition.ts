import {
  type Expression,
  ExpressionError,
  parseExpression,
  readCondition as readEngineCondition,
} from '@onewindow/processes/expression';
import {
  emptyGroup,
  type Group,
  type Literal,
  normalise,
  type Operator,
  type Part,
} from './conditionTree.ts';

/** How a condition is kept: `${…}` in a process, bare in pack.yaml. */
export type ConditionLanguage = 'bpmn' | 'pack';

/** A condition as a tree; null where it is more than the builder can show, or wrong. An empty text is an empty group. */
export function readConditionTree(text: string, language: ConditionLanguage): Group | null {
  if (text.trim() === '') return emptyGroup;
  const expression = readSound(text, language);
  const part = expression === null ? null : toPart(expression);
  const normal = part === null ? null : normalise(part);
  if (normal === null) return null;
  return normal.kind === 'group' ? normal : { kind: 'group', join: 'all', parts: [normal] };
}

/** The expression of a condition; null where it is outside the grammar. */
export function readSound(text: string, language: ConditionLanguage): Expression | null {
  try {
    return language === 'bpmn' ? readEngineCondition(text) : parseExpression(text);
  } catch (error) {
    if (error instanceof ExpressionError) return null;
    throw error;
  }
}

const comparisons: Readonly<Record<string, { readonly operator: Operator; readonly turned: Operator }>> = {
  '==': { operator: 'is', turned: 'is' },
  '!=': { operator: 'isNot', turned: 'isNot' },
  '<': { operator: 'less', turned: 'more' },
  '<=': { operator: 'atMost', turned: 'atLeast' },
  '>': { operator: 'more', turned: 'less' },
  '>=': { operator: 'atLeast', turned: 'atMost' },
};

function toPart(expression: Expression): Part | null {
  switch (expression.kind) {
    case 'variable':
      return { kind: 'test', field: expression.name, operator: 'holds', values: [] };
    case 'empty':
      return expression.of.kind === 'variable'
        ? { kind: 'test', field: expression.of.name, operator: 'empty', values: [] }
        : null;
    case 'not': {
      const inner = toPart(expression.of);
      return inner === null ? null : negate(inner);
    }
    case 'binary':
      return expression.operator === 'and' || expression.operator === 'or'
        ? toGroup(expression)
        : toTest(expression);
    default:
      return null;
  }
}

type Binary = Extract<Expression, { readonly kind: 'binary' }>;

function toGroup({ operator, left, right }: Binary): Group | null {
  const parts = [toPart(left), toPart(right)];
  const join = operator === 'and' ? 'all' : 'any';
  return parts.every((part) => part !== null) ? { kind: 'group', join, parts } : null;
}

function toTest({ operator, left, right }: Binary): Part | null {
  const comparison = comparisons[operator];
  if (comparison === undefined) return null;
  if (left.kind === 'variable' && right.kind === 'variable') {
    return {
      kind: 'test',
      field: left.name,
      operator: comparison.operator,
      values: [],
      other: right.name,
    };
  }
  const [variable, value, how] =
    left.kind === 'variable'
      ? [left, literalOf(right), comparison.operator]
      : [right, literalOf(left), comparison.turned];
  // An empty text is a value that the builder would take for a missing one.
  if (variable.kind !== 'variable' || value === null || value === '') return null;
  return { kind: 'test', field: variable.name, operator: how, values: [value] };
}

function literalOf(expression: Expression): Literal | null {
  if (expression.kind === 'literal') return expression.value;
  const inner = expression.kind === 'minus' ? literalOf(expression.of) : null;
  return typeof inner === 'number' ? -inner : null;
}

/** `not` around a part. */
function negate(part: Part): Part {
  if (part.kind === 'test') {
    if (part.operator === 'holds') return { ...part, operator: 'fails' };
    if (part.operator === 'empty') return { ...part, operator: 'given' };
    return { kind: 'group', join: 'none', parts: [part] };
  }
  const turned = { all: 'notAll', any: 'none', none: 'any', notAll: 'all' } as const;
  return { ...part, join: turned[part.join] };
}
