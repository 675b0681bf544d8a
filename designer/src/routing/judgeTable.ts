import {
  type Atom,
  covered,
  type InputDomain,
  parseUnaryTests,
  partitionInput,
  passes,
  type Scalar,
  TableSpace,
  TableTooComplex,
  type UnaryTest,
  valuesOutside,
} from '@onewindow/processes/dmn';
import type { ConditionField } from '../conditions/ConditionField.ts';
import type { DecisionText } from './dmnText.ts';

/** Something about the rows of a table; rows count from 0. */
export type TableFault =
  | { readonly kind: 'gap'; readonly example: readonly (Atom | null)[] }
  | { readonly kind: 'overlap'; readonly row: number; readonly other: number }
  | { readonly kind: 'shadowed' | 'impossible' | 'noResult'; readonly row: number }
  | { readonly kind: 'unknownValue'; readonly row: number; readonly column: number; readonly value: Scalar }
  | { readonly kind: 'unjudged' };

/** Values that an input can take, as far as its field says. */
export function domainOf(field: ConditionField | undefined): InputDomain {
  if (field?.type === 'boolean') return { values: [true, false] };
  if (field?.type === 'date') return { required: field.required };
  return field?.options === undefined || field.type !== 'choice'
    ? {}
    : { values: field.options.map(({ value }) => value) };
}

/**
 * Gaps, overlaps and rows that never match, exactly; what cannot be reckoned with (names, functions) leaves the table
 * `unjudged`. The linter finds the same.
 */
export function judgeTable(
  table: DecisionText,
  fields: readonly (ConditionField | undefined)[],
): TableFault[] {
  const { rules, inputs, hitPolicy } = table;
  const found: TableFault[] = [];
  rules.forEach((rule, row) => {
    if (rule.outputs.some((cell) => cell === '')) found.push({ kind: 'noResult', row });
  });
  const tests = rules.map((rule) => rule.inputs.map(parseUnaryTests));
  const domains = inputs.map((_, column) => domainOf(fields[column]));
  tests.forEach((cells, row) => {
    cells.forEach((test, column) => {
      for (const value of test === null ? [] : valuesOutside(test, domains[column] ?? {}))
        found.push({ kind: 'unknownValue', row, column, value });
    });
  });
  if (rules.length === 0) return [...found, { kind: 'gap', example: [] }];
  const readable = tests.every(
    (row): row is UnaryTest[] => row.length === inputs.length && !row.includes(null),
  );
  const atoms = readable
    ? domains.map((domain, column) =>
        partitionInput(
          tests.map((row) => row[column] as UnaryTest),
          domain,
        ),
      )
    : [];
  if (!readable || !atoms.every((part): part is Atom[] => part !== null))
    return [...found, { kind: 'unjudged' }];
  const space = new TableSpace(
    tests.map((row) => row.map((test, column) => covered(test as UnaryTest, atoms[column] ?? []))),
    atoms.map(({ length }) => length),
  );
  rules.forEach((rule, row) => {
    if (space.emptyCell(row) !== null) found.push({ kind: 'impossible', row });
    for (let other = 0; other < row; other += 1) {
      const same = rules[other]?.outputs.join('\n') === rule.outputs.join('\n');
      const counts = hitPolicy === 'UNIQUE' || (hitPolicy === 'ANY' && !same);
      if (counts && space.overlap(other, row) !== null) found.push({ kind: 'overlap', row, other });
    }
  });
  try {
    rules.forEach((_, row) => {
      if (hitPolicy === 'FIRST' && row > 0 && space.emptyCell(row) === null && space.isShadowed(row))
        found.push({ kind: 'shadowed', row });
    });
    const gap = space.gap();
    if (gap !== null)
      found.push({
        kind: 'gap',
        example: gap.map((atom, column) =>
          atom === null || (atoms[column]?.length ?? 0) < 2 ? null : (atoms[column]?.[atom] ?? null),
        ),
      });
  } catch (error) {
    if (!(error instanceof TableTooComplex)) throw error;
    found.push({ kind: 'unjudged' });
  }
  return found;
}

/** What a table gives for some values; `missing` are the columns that would have to be known first. */
export type TryResult =
  | { readonly kind: 'rows'; readonly rows: readonly number[] }
  | { readonly kind: 'open'; readonly missing: readonly number[] }
  | { readonly kind: 'unjudged'; readonly row: number };

/** Which row a case meets: the first (FIRST), or all that match. */
export function tryTable(table: DecisionText, given: readonly (Scalar | undefined)[]): TryResult {
  const hits: number[] = [];
  for (const [row, rule] of table.rules.entries()) {
    const tests = rule.inputs.map(parseUnaryTests);
    if (tests.includes(null)) return { kind: 'unjudged', row };
    const open: number[] = [];
    const fails = tests.some((test, column) => {
      const value = given[column];
      if (test === null || test.kind === 'any') return false;
      if (value !== undefined) return !passes(test, value);
      open.push(column);
      return false;
    });
    if (fails) continue;
    if (open.length > 0) return { kind: 'open', missing: open };
    hits.push(row);
    if (table.hitPolicy === 'FIRST') break;
  }
  return { kind: 'rows', rows: hits };
}
