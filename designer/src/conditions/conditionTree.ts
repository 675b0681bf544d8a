/** A value that a condition compares with. */
export type Literal = string | number | boolean;

/** How a test compares; `contains` and `lacks` exist in forms only, `holds` and `fails` stand for a bare variable. */
export const operators = [
  'is',
  'isNot',
  'less',
  'atMost',
  'more',
  'atLeast',
  'between',
  'oneOf',
  'noneOf',
  'empty',
  'given',
  'contains',
  'lacks',
  'holds',
  'fails',
] as const;
export type Operator = (typeof operators)[number];

/** One comparison: of a field with values (or, by `other`, with another field). */
export interface Test {
  readonly kind: 'test';
  readonly field: string;
  readonly operator: Operator;
  /** One value for a comparison, two (both included) for `between`, any number for `oneOf` and `noneOf`, none where nothing is compared. */
  readonly values: readonly Literal[];
  /** Name of another field that takes the place of the value. */
  readonly other?: string;
}

/** What of its parts must hold: all, any, none of them, or not all of them. */
export const joins = ['all', 'any', 'none', 'notAll'] as const;
export type Join = (typeof joins)[number];

export interface Group {
  readonly kind: 'group';
  readonly join: Join;
  readonly parts: readonly Part[];
}

export type Part = Test | Group;

export const emptyGroup: Group = { kind: 'group', join: 'all', parts: [] };

const without: readonly Operator[] = ['empty', 'given', 'holds', 'fails'];

/** Whether the operator compares with nothing. */
export function standsAlone(operator: Operator): boolean {
  return without.includes(operator);
}

/** Whether the operator takes any number of values. */
export function takesMany(operator: Operator): boolean {
  return operator === 'oneOf' || operator === 'noneOf';
}

/** Whether a test says all that it needs. */
export function isComplete(test: Test): boolean {
  if (test.field === '') return false;
  if (standsAlone(test.operator)) return true;
  if (test.other !== undefined)
    return test.other !== '' && !takesMany(test.operator) && test.operator !== 'between';
  if (test.operator === 'between' && test.values.length !== 2) return false;
  return test.values.length > 0 && test.values.every((value) => value !== '');
}

/** How many tests in a tree are not complete. */
export function countIncomplete(part: Part): number {
  if (part.kind === 'test') return isComplete(part) ? 0 : 1;
  return part.parts.reduce((sum, inner) => sum + countIncomplete(inner), 0);
}

/** Names of the fields of a tree, each once. */
export function fieldsOf(part: Part): string[] {
  const names =
    part.kind === 'group'
      ? part.parts.flatMap(fieldsOf)
      : [part.field, ...(part.other === undefined ? [] : [part.other])].filter((name) => name !== '');
  return [...new Set(names)];
}

/**
 * The one shape in which a condition is written: incomplete tests and empty groups are left out, groups of the same kind
 * are one, a group of one is what it holds, several comparisons of one field become `oneOf`, `noneOf` or `between`. Null: nothing.
 */
export function normalise(part: Part): Part | null {
  if (part.kind === 'test') return isComplete(part) ? single(part) : null;
  const inner = joinOf(part.join);
  const parts = part.parts
    .flatMap((one) => normalise(one) ?? [])
    .flatMap((one) => (one.kind === 'group' && one.join === inner ? one.parts : [one]));
  const merged = mergeSets(inner, parts);
  const [only] = merged;
  if (only === undefined) return null;
  if (merged.length > 1) return { kind: 'group', join: part.join, parts: merged };
  if (part.join === inner) return only;
  // Not of one part: a group of that part is turned round, a bare variable has a word of its own.
  if (only.kind === 'group') return normalise({ ...only, join: opposite(only.join) });
  if (only.operator === 'holds') return { ...only, operator: 'fails' };
  if (only.operator === 'empty') return { ...only, operator: 'given' };
  return { kind: 'group', join: 'none', parts: [only] };
}

/** Joins without their `not`. */
export function joinOf(join: Join): 'all' | 'any' {
  return join === 'all' || join === 'notAll' ? 'all' : 'any';
}

function opposite(join: Join): Join {
  return ({ all: 'notAll', notAll: 'all', any: 'none', none: 'any' } as const)[join];
}

/** A set of one value is a comparison. */
function single(test: Test): Test {
  const values = [...new Set(test.values)];
  if (takesMany(test.operator) && values.length === 1)
    return { ...test, values, operator: test.operator === 'oneOf' ? 'is' : 'isNot' };
  return takesMany(test.operator) ? { ...test, values } : test;
}

/** From one value on and up to another, of the same field. */
function isRange(from: Part | undefined, to: Test): from is Test {
  if (from?.kind !== 'test' || from.field !== to.field) return false;
  if (from.operator !== 'atLeast' || to.operator !== 'atMost') return false;
  if (from.other !== undefined || to.other !== undefined) return false;
  const [type, other] = [typeof from.values[0], typeof to.values[0]];
  return type === other && type !== 'boolean';
}

function mergeSets(join: 'all' | 'any', parts: readonly Part[]): Part[] {
  const [one, many] = join === 'any' ? (['is', 'oneOf'] as const) : (['isNot', 'noneOf'] as const);
  const merged: Part[] = [];
  for (const part of parts) {
    const last = merged.at(-1);
    const joins = (candidate: Part | undefined): candidate is Test =>
      candidate?.kind === 'test' &&
      candidate.other === undefined &&
      (candidate.operator === one || candidate.operator === many);
    if (joins(last) && joins(part) && last.field === part.field) {
      merged[merged.length - 1] = single({
        ...last,
        operator: many,
        values: [...last.values, ...part.values],
      });
    } else if (join === 'all' && part.kind === 'test' && isRange(last, part)) {
      merged[merged.length - 1] = { ...last, operator: 'between', values: [...last.values, ...part.values] };
    } else merged.push(part);
  }
  return merged;
}
