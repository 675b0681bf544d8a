import { findPattern } from '@onewindow/forms';
import type { Place } from './failure.ts';

export interface Difference {
  readonly path: Place;
  readonly expected: unknown;
  readonly actual: unknown;
}

/**
 * Compares what is expected with what is there: maps only in the keys that are expected, lists as a whole, numbers with
 * texts by how they are written; a text `/…/` is a regular expression.
 */
export function matchValue(expected: unknown, actual: unknown, path: Place = []): Difference[] {
  if (Array.isArray(expected)) {
    if (!Array.isArray(actual) || actual.length !== expected.length) return [{ path, expected, actual }];
    return expected.flatMap((entry, at) => matchValue(entry, actual[at], [...path, at]));
  }
  if (isMap(expected)) {
    if (!isMap(actual)) return [{ path, expected, actual }];
    return Object.entries(expected).flatMap(([key, value]) => matchValue(value, actual[key], [...path, key]));
  }
  return same(expected, actual) ? [] : [{ path, expected, actual }];
}

function same(expected: unknown, actual: unknown): boolean {
  if (typeof expected === 'string' && /^\/.+\/$/.test(expected))
    return found(expected.slice(1, -1), String(actual ?? ''));
  if (expected === null || actual === null || actual === undefined) return expected === (actual ?? null);
  return String(expected) === String(actual);
}

/** Patterns come from whoever writes scenarios in the designer: none may hold the server up. */
function found(pattern: string, text: string): boolean {
  try {
    return findPattern(pattern, text);
  } catch {
    return false;
  }
}

function isMap(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
