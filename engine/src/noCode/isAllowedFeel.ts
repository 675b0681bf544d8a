import { refusedConstructs } from './refusedConstructs.ts';
import { maxDepth, maxLength, NotInGrammar, readToken, type Token } from './tokens.ts';

const symbols = ['..', '!=', '<=', '>=', '<', '>', '=', '(', ')', '[', ']', ',', '+', '-', '*', '/'];
const comparisons = ['=', '!=', '<', '<=', '>', '>='];
const literals = ['true', 'false', 'null'];
const keywords = [
  'and',
  'or',
  'in',
  'between',
  'if',
  'then',
  'else',
  'for',
  'return',
  'some',
  'every',
  'satisfies',
  'function',
  'external',
  'instance',
  'of',
];

/** Whether a FEEL expression keeps to names, literals, lists, arithmetic, comparisons, `if` and listed functions. */
export function isAllowedFeelExpression(source: string): boolean {
  return accepts(source, (parser) => parser.expression(0));
}

/** Whether the unary tests of a decision table cell (`-`, `"a","b"`, `< 5`, `[1..5]`, `not(…)`) keep to the grammar. */
export function isAllowedFeelUnaryTests(source: string): boolean {
  if (source.trim() === '-') return true;
  return accepts(source, (parser) => parser.tests(0));
}

function accepts(source: string, check: (parser: Parser) => void): boolean {
  if (source.trim() === '') return true;
  if (source.length > maxLength || source.includes('//') || source.includes('/*')) return false;
  try {
    const parser = new Parser(source);
    check(parser);
    return parser.atEnd();
  } catch (error) {
    if (error instanceof NotInGrammar) return false;
    throw error;
  }
}

class Parser {
  private current: Token;

  constructor(private readonly source: string) {
    this.current = readToken(source, 0, symbols);
  }

  atEnd(): boolean {
    return this.current.kind === 'end';
  }

  tests(depth: number): void {
    this.test(depth);
    while (this.takes(',')) this.test(depth);
  }

  private test(depth: number): void {
    if (this.takesAny(comparisons)) return this.sum(depth);
    if (this.isName('not')) {
      this.next();
      this.needs('(');
      this.tests(depth + 1);
      return this.needs(')');
    }
    this.expression(depth);
  }

  expression(depth: number): void {
    if (depth > maxDepth) throw new NotInGrammar('depth');
    if (this.takesName('if')) {
      this.expression(depth + 1);
      this.needsName('then');
      this.expression(depth + 1);
      this.needsName('else');
      return this.expression(depth + 1);
    }
    this.conjunction(depth);
    while (this.takesName('or')) this.conjunction(depth);
  }

  private conjunction(depth: number): void {
    this.comparison(depth);
    while (this.takesName('and')) this.comparison(depth);
  }

  private comparison(depth: number): void {
    this.sum(depth);
    if (this.takesAny(comparisons)) return this.sum(depth);
    if (this.takesName('between')) {
      this.sum(depth);
      this.needsName('and');
      return this.sum(depth);
    }
    if (this.takesName('in')) {
      if (this.takes('(')) {
        this.tests(depth + 1);
        return this.needs(')');
      }
      this.test(depth + 1);
    }
  }

  private sum(depth: number): void {
    this.product(depth);
    while (this.takesAny(['+', '-'])) this.product(depth);
  }

  private product(depth: number): void {
    this.operand(depth);
    while (this.takesAny(['*', '/'])) this.operand(depth);
  }

  private operand(depth: number): void {
    if (depth > maxDepth) throw new NotInGrammar('depth');
    if (this.takes('-')) return this.operand(depth + 1);
    if (this.takes('(')) return this.rangeOrEnclosed(depth + 1, ')');
    if (this.takes('[')) {
      if (this.takes(']')) return;
      return this.rangeOrEnclosed(depth + 1, ']');
    }
    const { kind, text } = this.current;
    if (kind === 'string' && text.startsWith('"')) return this.next();
    if (kind === 'number') return this.next();
    if (kind !== 'name' || keywords.includes(text)) throw new NotInGrammar(text);
    this.next();
    if (literals.includes(text)) return;
    if (this.takes('(')) return this.call(text, depth);
    if (text === 'not') throw new NotInGrammar('not');
  }

  /** After `(` or `[`: either a range `a..b`, closed by `)` or `]`, or one expression (in `[` a list). */
  private rangeOrEnclosed(depth: number, close: ')' | ']'): void {
    this.expression(depth);
    if (this.takes('..')) {
      this.sum(depth);
      if (!this.takesAny([')', ']'])) throw new NotInGrammar('range');
      return;
    }
    if (close === ']') while (this.takes(',')) this.expression(depth);
    this.needs(close);
  }

  private call(name: string, depth: number): void {
    if (!refusedConstructs.feelFunctions.includes(name)) throw new NotInGrammar(name);
    this.expression(depth + 1);
    while (this.takes(',')) this.expression(depth + 1);
    this.needs(')');
  }

  private isName(name: string): boolean {
    return this.current.kind === 'name' && this.current.text === name;
  }

  private takesName(name: string): boolean {
    if (!this.isName(name)) return false;
    this.next();
    return true;
  }

  private needsName(name: string): void {
    if (!this.takesName(name)) throw new NotInGrammar(name);
  }

  private takes(symbol: string): boolean {
    return this.takesAny([symbol]);
  }

  private takesAny(candidates: readonly string[]): boolean {
    if (this.current.kind !== 'symbol' || !candidates.includes(this.current.text)) return false;
    this.next();
    return true;
  }

  private needs(symbol: string): void {
    if (!this.takes(symbol)) throw new NotInGrammar(symbol);
  }

  private next(): void {
    this.current = readToken(this.source, this.current.end, symbols);
  }
}
