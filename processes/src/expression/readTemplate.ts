import { type Expression, ExpressionError, parseExpression } from './parseExpression.ts';

/**
 * The expressions of a text with `${…}` or `#{…}` parts, for example `${tenant}:${department}:approver`.
 * Throws ExpressionError when one is outside the grammar or not closed.
 */
export function readTemplate(text: string): Expression[] {
  const expressions: Expression[] = [];
  let at = 0;
  for (;;) {
    const start = text.slice(at).search(/[$#]\{/);
    if (start < 0) return expressions;
    const from = at + start + 2;
    const end = closingBrace(text, from);
    if (end < 0) throw new ExpressionError(text.length, '');
    expressions.push(parseExpression(text.slice(from, end)));
    at = end + 1;
  }
}

/** The one expression that a condition consists of. Throws ExpressionError when there is more, or less. */
export function readCondition(text: string): Expression {
  const trimmed = text.trim();
  const closes = /^[$#]\{/.test(trimmed) ? closingBrace(trimmed, 2) : -1;
  if (closes !== trimmed.length - 1) throw new ExpressionError(0, trimmed.slice(0, 20));
  return parseExpression(trimmed.slice(2, closes));
}

/** Position of the brace that closes the expression begun before `from`, outside strings; -1 without one. */
function closingBrace(text: string, from: number): number {
  let quote = '';
  for (let at = from; at < text.length; at++) {
    const char = text.charAt(at);
    if (quote) quote = char === quote ? '' : quote;
    else if (char === "'" || char === '"') quote = char;
    else if (char === '}') return at;
  }
  return -1;
}
