export { checkNoCode, type NoCodeFinding, type NoCodeInput } from './checkNoCode.ts';
export { isAllowedExpression } from './isAllowedExpression.ts';
export { isAllowedFeelExpression, isAllowedFeelUnaryTests } from './isAllowedFeel.ts';
export { type RefusedConstructs, type RefusedRule, refusedConstructs } from './refusedConstructs.ts';
