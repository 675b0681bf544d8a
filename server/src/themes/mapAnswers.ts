import type { Theme } from '@onewindow/processes';
import { readPointer } from '../catalog/readVariables.ts';

type Data = Record<string, unknown>;

/** What the theme's form answers of an item's form: each question was asked once (`theme.sharedQuestions`). */
export function mapAnswers(
  theme: Theme,
  target: { item: string; operation: string },
  answers: Readonly<Data>,
): Data {
  const data: Data = {};
  for (const { field, to } of theme.sharedQuestions) {
    const value = readPointer(answers, field);
    if (value === undefined) continue;
    for (const place of to) {
      if (place.item === target.item && place.operation === target.operation)
        writePointer(data, place.field, structuredClone(value));
    }
  }
  return data;
}

/** Where the theme's form asks for a field of an item's form, or undefined. */
export function questionOf(theme: Theme, item: string, pointer: string): string | undefined {
  return theme.sharedQuestions.find(({ to }) =>
    to.some(
      (place) => place.item === item && (pointer === place.field || pointer.startsWith(`${place.field}/`)),
    ),
  )?.field;
}

/** Writes at an RFC 6901 pointer, making the objects on the way. */
export function writePointer(data: Data, pointer: string, value: unknown): void {
  const keys = pointer
    .split('/')
    .slice(1)
    .map((token) => token.replaceAll('~1', '/').replaceAll('~0', '~'));
  const last = keys.pop();
  if (last === undefined || [...keys, last].includes('__proto__')) return;
  let at = data;
  for (const key of keys) {
    const next = at[key];
    const inner: Data = typeof next === 'object' && next !== null ? (next as Data) : {};
    at[key] = inner;
    at = inner;
  }
  at[last] = value;
}
