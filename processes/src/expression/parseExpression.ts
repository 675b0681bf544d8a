/** A condition in the allow-list grammar: variables, literals, comparisons, and / or / not / empty. */
export type Expression =
  | { readonly kind: 'literal'; readonly value: string | number | boolean | null }
  | { readonly kind: 'variable'; readonly name: string }
  | { readonly kind: 'not' | 'empty' | 'minus'; readonly of: Expression }
  | {
      readonly kind: 'binary';
      readonly operator: Operator;
      readonly left: Expression;
      readonly right: Expression;
    };

export type Operator = 'or' | 'and' | '==' | '!=' | '<' | '>' | '<=' | '>=';

/** Thrown by {@link parseExpression}; `at` is the position of the first character that does not fit. */
export class ExpressionError extends Error {
  constructor(
    readonly at: number,
    readonly found: string,
  ) {
    super(`unexpected ${found || 'end'} at ${at}`);
  }
}

type Token = { kind: 'name' | 'number' | 'string' | 'symbol' | 'end'; text: string; at: number };

const TOKEN =
  /[ \t\r\n]*(?:([A-Za-z_][A-Za-z0-9_]*)|(\d+(?:\.\d+)?)(?![A-Za-z_.])|('[^'\\]*'|"[^"\\]*")|(==|!=|<=|>=|&&|\|\||[<>!()-]))/y;
const words: Readonly<Record<string, string>> = {
  eq: '==',
  ne: '!=',
  lt: '<',
  gt: '>',
  le: '<=',
  ge: '>=',
  and: 'and',
  or: 'or',
  not: 'not',
  empty: 'empty',
  '&&': 'and',
  '||': 'or',
  '!': 'not',
  '-': 'minus',
};
const levels: readonly (readonly string[])[] = [['or'], ['and'], ['==', '!='], ['<', '>', '<=', '>=']];
const refusedWords = new Set(['instanceof', 'div', 'mod']);
const MAX_DEPTH = 50;

/** Parses what stands between `${` and `}`. Throws ExpressionError. */
export function parseExpression(source: string): Expression {
  const tokens = tokenize(source);
  let position = 0;
  const current = () => tokens[position] as Token;
  const operator = (): string => {
    const { kind, text } = current();
    return kind === 'symbol' || kind === 'name' ? (words[text] ?? text) : '';
  };
  const fail = (): never => {
    throw new ExpressionError(current().at, current().text);
  };

  function level(index: number, depth: number): Expression {
    const operators = levels[index];
    if (!operators) return prefixed(depth);
    let left = level(index + 1, depth);
    while (operators.includes(operator())) {
      const found = operator() as Operator;
      position += 1;
      left = { kind: 'binary', operator: found, left, right: level(index + 1, depth) };
    }
    return left;
  }

  function prefixed(depth: number): Expression {
    if (depth > MAX_DEPTH) return fail();
    const prefix = operator();
    if (prefix === 'not' || prefix === 'empty' || prefix === 'minus') {
      position += 1;
      return { kind: prefix, of: prefixed(depth + 1) };
    }
    const token = current();
    if (token.kind === 'symbol' && token.text === '(') {
      position += 1;
      const inner = level(0, depth + 1);
      if (current().text !== ')' || current().kind !== 'symbol') return fail();
      position += 1;
      return inner;
    }
    position += 1;
    if (token.kind === 'string') return { kind: 'literal', value: token.text.slice(1, -1) };
    if (token.kind === 'number') return { kind: 'literal', value: Number(token.text) };
    if (token.kind === 'name' && !(token.text in words) && !refusedWords.has(token.text)) {
      const constants: Record<string, boolean | null> = { true: true, false: false, null: null };
      const constant = constants[token.text];
      return constant === undefined
        ? { kind: 'variable', name: token.text }
        : { kind: 'literal', value: constant };
    }
    position -= 1;
    return fail();
  }

  const parsed = level(0, 0);
  return current().kind === 'end' ? parsed : fail();
}

function tokenize(source: string): Token[] {
  const tokens: Token[] = [];
  let at = 0;
  while (source.slice(at).trim() !== '') {
    TOKEN.lastIndex = at;
    const match = TOKEN.exec(source);
    if (!match) throw new ExpressionError(at, source.slice(at).trim().charAt(0));
    const [all, name, number, string, symbol] = match;
    const kind = name ? 'name' : number ? 'number' : string ? 'string' : 'symbol';
    tokens.push({ kind, text: name ?? number ?? string ?? symbol ?? '', at });
    at += all.length;
  }
  return [...tokens, { kind: 'end', text: '', at: source.length }];
}
