import { readWritten } from '../limits/writtenLimit.ts';
import type { SchemaNode } from './PackSchema.ts';
import { shapeOf } from './shapeOf.ts';

/** Which of several ways a value is written in; -1: none of them. */
export function wayOf(value: unknown, ways: readonly SchemaNode[]): number {
  return ways.findIndex((way) =>
    shapeOf(way) === 'group'
      ? typeof value === 'object' && value !== null && (way.required ?? []).every((part) => part in value)
      : readWritten(value) !== null,
  );
}
