/**
 * A value that a decision table may ask about; a missing value is not considered: it matches only `-`. A day is `@` and the
 * day (`@2026-01-01`, as FEEL's own literal without quotes), so that it is told from a text and ordered as days are.
 */
export type Scalar = string | number | boolean;

/** The day of a value (`YYYY-MM-DD`); undefined for one that is none. */
export function dayOf(value: Scalar | undefined): string | undefined {
  return typeof value === 'string' ? /^@(\d{4}-\d{2}-\d{2})$/.exec(value)?.[1] : undefined;
}

/** A day (`YYYY-MM-DD`) as a value; undefined for what is no day of the calendar. */
export function toDay(day: string): Scalar | undefined {
  const at = /^\d{4}-\d{2}-\d{2}$/.test(day) ? Date.parse(`${day}T00:00:00Z`) : Number.NaN;
  return Number.isNaN(at) || new Date(at).toISOString().slice(0, 10) !== day ? undefined : `@${day}`;
}

/** What a cell asks of its input: the part of FEEL's unary tests that can be reckoned with exactly. */
export type UnaryTest =
  | { readonly kind: 'any' }
  | { readonly kind: 'compare'; readonly operator: Comparison; readonly value: Scalar }
  | {
      readonly kind: 'range';
      readonly from: Scalar;
      readonly fromIncluded: boolean;
      readonly to: Scalar;
      readonly toIncluded: boolean;
    }
  | { readonly kind: 'either'; readonly of: readonly UnaryTest[] }
  | { readonly kind: 'not'; readonly of: UnaryTest };

export type Comparison = '=' | '!=' | '<' | '<=' | '>' | '>=';

type Token = { readonly kind: 'literal' | 'symbol'; readonly text: string; readonly value?: Scalar };

const TOKEN =
  /\s*(?:date\(\s*"(\d{4}-\d{2}-\d{2})"\s*\)|("[^"\\]*")|(\d+(?:\.\d+)?)(?![A-Za-z_])|([A-Za-z_][A-Za-z0-9_]*)|(\.\.|!=|<=|>=|[<>=()[\],-]))/y;

/**
 * Reads a cell: `-`, literals (days as `date("2026-01-01")`), lists, comparisons, ranges and `not(…)` (DMN 1.3, 7.3.7 grammar rule 15). Null for
 * everything else that the no-code grammar allows (names, functions, arithmetic), which only the engine can judge.
 */
export function parseUnaryTests(cell: string): UnaryTest | null {
  const source = cell.trim();
  if (source === '' || source === '-') return { kind: 'any' };
  const tokens = tokenize(source);
  if (tokens === null) return null;
  const reader = new Reader(tokens);
  const tests = reader.tests();
  return tests !== null && reader.atEnd() ? tests : null;
}

class Reader {
  private at = 0;

  constructor(private readonly tokens: readonly Token[]) {}

  atEnd(): boolean {
    return this.at === this.tokens.length;
  }

  tests(): UnaryTest | null {
    const all: UnaryTest[] = [];
    do {
      const test = this.test();
      if (test === null) return null;
      all.push(test);
    } while (this.takes(','));
    return all.length === 1 ? (all[0] as UnaryTest) : { kind: 'either', of: all };
  }

  private test(): UnaryTest | null {
    if (this.takes('not')) {
      const of = this.takes('(') ? this.tests() : null;
      return of !== null && this.takes(')') ? { kind: 'not', of } : null;
    }
    for (const operator of ['=', '!=', '<', '<=', '>', '>='] as const) {
      if (this.takes(operator)) return this.compared(operator);
    }
    if (this.takes('[')) return this.range(true);
    if (this.takes('(')) return this.range(false);
    return this.compared('=');
  }

  private compared(operator: Comparison): UnaryTest | null {
    const value = this.literal();
    return value === null ? null : { kind: 'compare', operator, value };
  }

  private range(fromIncluded: boolean): UnaryTest | null {
    const from = this.literal();
    const to = this.takes('..') ? this.literal() : null;
    if (from === null || to === null) return null;
    const toIncluded = this.takes(']');
    if (!toIncluded && !this.takes(')')) return null;
    return { kind: 'range', from, fromIncluded, to, toIncluded };
  }

  private literal(): Scalar | null {
    const negative = this.takes('-');
    const token = this.tokens[this.at];
    if (token?.value === undefined || (negative && typeof token.value !== 'number')) return null;
    this.at += 1;
    return negative ? -(token.value as number) : token.value;
  }

  private takes(text: string): boolean {
    const token = this.tokens[this.at];
    if (token?.kind !== 'symbol' || token.text !== text) return false;
    this.at += 1;
    return true;
  }
}

function tokenize(source: string): Token[] | null {
  const tokens: Token[] = [];
  for (let at = 0; at < source.length; ) {
    TOKEN.lastIndex = at;
    const match = TOKEN.exec(source);
    if (!match) return null;
    const [all, written, string, number, name, symbol] = match;
    const day = written === undefined ? undefined : toDay(written);
    if (written !== undefined && day === undefined) return null;
    if (day !== undefined) tokens.push({ kind: 'literal', text: String(day), value: day });
    else if (string !== undefined) tokens.push({ kind: 'literal', text: string, value: string.slice(1, -1) });
    else if (number !== undefined) tokens.push({ kind: 'literal', text: number, value: Number(number) });
    else if (name === 'true' || name === 'false')
      tokens.push({ kind: 'literal', text: name, value: name === 'true' });
    else if (name !== undefined && name !== 'not') return null;
    else tokens.push({ kind: 'symbol', text: name ?? symbol ?? '' });
    at += all.length;
  }
  return tokens;
}

/** Whether a value passes; values of another type than the test's pass only `!=` and `not(…)`. */
export function passes(test: UnaryTest, value: Scalar): boolean {
  switch (test.kind) {
    case 'any':
      return true;
    case 'either':
      return test.of.some((one) => passes(one, value));
    case 'not':
      return !passes(test.of, value);
    case 'range':
      return (
        compare(test.fromIncluded ? '>=' : '>', value, test.from) &&
        compare(test.toIncluded ? '<=' : '<', value, test.to)
      );
    case 'compare':
      return compare(test.operator, value, test.value);
  }
}

function compare(operator: Comparison, value: Scalar, other: Scalar): boolean {
  if (operator === '=') return value === other;
  if (operator === '!=') return value !== other;
  if (typeof value !== typeof other || isDay(value) !== isDay(other)) return false;
  if (operator === '<') return value < other;
  if (operator === '>') return value > other;
  return operator === '<=' ? value <= other : value >= other;
}

function isDay(value: Scalar): boolean {
  return dayOf(value) !== undefined;
}

/** Every literal that a test names. */
export function literalsOf(test: UnaryTest): Scalar[] {
  if (test.kind === 'any') return [];
  if (test.kind === 'compare') return [test.value];
  if (test.kind === 'range') return [test.from, test.to];
  return test.kind === 'not' ? literalsOf(test.of) : test.of.flatMap(literalsOf);
}

/** Whether a test asks for an order (`<`, ranges), not only for equality. */
export function isOrdered(test: UnaryTest): boolean {
  if (test.kind === 'range') return true;
  if (test.kind === 'compare') return test.operator !== '=' && test.operator !== '!=';
  if (test.kind === 'any') return false;
  return test.kind === 'not' ? isOrdered(test.of) : test.of.some(isOrdered);
}
