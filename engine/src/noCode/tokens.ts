/** A piece of an expression: `name`, `number` and `string` carry their source text; `symbol` is one operator. */
export type Token = { kind: 'name' | 'number' | 'string' | 'symbol' | 'end'; text: string; end: number };

/** Thrown inside the grammar checks and turned into `false` at their edge; never leaves this folder. */
export class NotInGrammar extends Error {}

/** Longest expression and deepest nesting that are looked at; beyond them an expression is refused. */
export const maxLength = 4000;
export const maxDepth = 50;

const spaces = ' \t\r\n';
const nameStart = /[A-Za-z_]/;
const namePart = /[A-Za-z0-9_]/;
const digit = /[0-9]/;

/**
 * Reads one token of `source` from `position`. Names are ASCII; strings hold no backslash, because JUEL and FEEL
 * unescape differently; anything that is neither name, number, string nor one of `symbols` is refused.
 *
 * Throws NotInGrammar.
 */
export function readToken(source: string, position: number, symbols: readonly string[]): Token {
  let at = position;
  while (at < source.length && spaces.includes(source.charAt(at))) at += 1;
  if (at >= source.length) return { kind: 'end', text: '', end: at };
  const first = source.charAt(at);
  if (nameStart.test(first)) return take('name', source, at, (char) => namePart.test(char));
  if (digit.test(first)) return readNumber(source, at);
  if (first === '"' || first === "'") return readString(source, at, first);
  const symbol = symbols.find((candidate) => source.startsWith(candidate, at));
  if (symbol === undefined) throw new NotInGrammar(first);
  return { kind: 'symbol', text: symbol, end: at + symbol.length };
}

function take(kind: Token['kind'], source: string, start: number, more: (char: string) => boolean): Token {
  let end = start;
  while (end < source.length && more(source.charAt(end))) end += 1;
  return { kind, text: source.slice(start, end), end };
}

function readNumber(source: string, start: number): Token {
  let end = take('number', source, start, (char) => digit.test(char)).end;
  if (source.charAt(end) === '.' && digit.test(source.charAt(end + 1))) {
    end = take('number', source, end + 1, (char) => digit.test(char)).end;
  }
  if (nameStart.test(source.charAt(end))) throw new NotInGrammar('number');
  return { kind: 'number', text: source.slice(start, end), end };
}

function readString(source: string, start: number, quote: string): Token {
  const close = source.indexOf(quote, start + 1);
  if (close < 0) throw new NotInGrammar('string');
  const text = source.slice(start, close + 1);
  if (text.includes('\\')) throw new NotInGrammar('escape');
  return { kind: 'string', text, end: close + 1 };
}
