import { evaluateExpression, type Value, variablesOf } from '@onewindow/processes/expression';
import { readSound } from './readCondition.ts';

/** One flow out of a branch. */
export interface Way {
  readonly id: string;
  readonly name: string;
  /** `${…}`; '' where it has none. */
  readonly condition: string;
  readonly isDefault: boolean;
}

export type Verdict =
  | { readonly kind: 'taken'; readonly ways: readonly Way[] }
  /** What would have to be known first. */
  | { readonly kind: 'open'; readonly missing: readonly string[] }
  | { readonly kind: 'none' };

/**
 * Which ways the engine takes: out of an exclusive branch the first whose condition holds, out of an inclusive one all of
 * them, else the default.
 */
export function judgeWays(
  ways: readonly Way[],
  given: Readonly<Record<string, Value>>,
  all: boolean,
): Verdict {
  const taken: Way[] = [];
  for (const way of ways) {
    if (way.isDefault) continue;
    const expression = readSound(way.condition, 'bpmn');
    if (expression === null) {
      // A flow without condition is taken; a wrong one cannot be judged.
      if (way.condition.trim() !== '') continue;
      taken.push(way);
    } else {
      const value = evaluateExpression(expression, given);
      if (value === undefined)
        return {
          kind: 'open',
          missing: variablesOf(expression).filter((name) => !Object.hasOwn(given, name)),
        };
      if (value === true) taken.push(way);
    }
    if (!all && taken.length > 0) return { kind: 'taken', ways: taken };
  }
  const fallback = ways.find((way) => way.isDefault);
  if (taken.length > 0) return { kind: 'taken', ways: taken };
  return fallback === undefined ? { kind: 'none' } : { kind: 'taken', ways: [fallback] };
}

/** Variables that the ways ask about, each once. */
export function askedBy(ways: readonly Way[]): string[] {
  const names = ways.flatMap((way) => {
    const expression = readSound(way.condition, 'bpmn');
    return expression === null ? [] : variablesOf(expression);
  });
  return [...new Set(names)];
}
