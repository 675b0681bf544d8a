import { evaluateExpression, parseExpression } from '@onewindow/processes';

export type Variables = Readonly<Record<string, string | number | boolean>>;

/** Whether a condition of a pack holds. One that asks about what is not known yet does not. */
export function conditionHolds(condition: string, variables: Variables): boolean {
  return evaluateExpression(parseExpression(condition), variables) === true;
}
