import { RE2JS } from 're2js';
import safeRegex from 'safe-regex2';

/** Longest pattern that a form may use, in characters. */
export const MAX_PATTERN = 500;

const compiled = new Map<string, RE2JS>();

/**
 * True when the whole text matches. Runs in time linear in the text (RE2), whatever the pattern.
 * Throws when the pattern is not an RE2 expression.
 */
export function matchPattern(pattern: string, text: string): boolean {
  return compile(`^(?:${pattern})$`).matches(text);
}

/** True when the pattern is found anywhere in the text; in linear time as well. Throws when it is not an RE2 expression. */
export function findPattern(pattern: string, text: string): boolean {
  return compile(pattern).matcher(text).find();
}

function compile(pattern: string): RE2JS {
  const known = compiled.get(pattern);
  if (known !== undefined) return known;
  const expression = RE2JS.compile(pattern);
  if (compiled.size > 1_000) compiled.clear();
  compiled.set(pattern, expression);
  return expression;
}

/**
 * True for a pattern that is short, compiles as RE2 (no look-around, no back references) and has no nested repetition, so
 * that it is harmless in a backtracking engine as well.
 */
export function isSafePattern(pattern: string): boolean {
  if (pattern.length > MAX_PATTERN || !safeRegex(pattern)) return false;
  try {
    RE2JS.compile(`^(?:${pattern})$`);
    new RegExp(pattern, 'u');
    return true;
  } catch {
    return false;
  }
}
