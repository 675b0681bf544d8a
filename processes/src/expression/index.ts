/** The allow-list grammar of conditions, without anything that needs a server. */
export { evaluateExpression, type Value, variablesOf } from './evaluateExpression.ts';
export { type Expression, ExpressionError, parseExpression } from './parseExpression.ts';
export { readCondition } from './readTemplate.ts';
