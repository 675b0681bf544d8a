import { refusedConstructs } from './refusedConstructs.ts';
import { maxDepth, maxLength, NotInGrammar, readToken, type Token } from './tokens.ts';

const symbols = ['==', '!=', '<=', '>=', '&&', '||', '<', '>', '!', '(', ')', '-', '}'];
const levels: readonly (readonly string[])[] = [
  ['or', '||'],
  ['and', '&&'],
  ['==', '!=', 'eq', 'ne'],
  ['<', '>', '<=', '>=', 'lt', 'gt', 'le', 'ge'],
];
const prefixes = ['!', 'not', 'empty', '-'];
const literals = ['true', 'false', 'null'];
const keywords = [...levels.flat(), ...prefixes, 'instanceof', 'div', 'mod'];

/** Whether a text holds a JUEL expression at all, and so must pass {@link isAllowedExpression}. */
export function holdsExpression(text: string): boolean {
  return text.includes('${') || text.includes('#{');
}

/**
 * Whether a text with `${…}` or `#{…}` parts keeps to the allow-list grammar: names of variables, literals,
 * comparisons, and / or / not / empty, parentheses. No property, no index, no call, no engine object.
 * Text without expressions is always allowed.
 */
export function isAllowedExpression(text: string): boolean {
  if (!holdsExpression(text)) return true;
  if (text.length > maxLength) return false;
  try {
    checkTemplate(text);
    return true;
  } catch (error) {
    if (error instanceof NotInGrammar) return false;
    throw error;
  }
}

function checkTemplate(text: string): void {
  let at = 0;
  while (at < text.length) {
    const opens = (text.charAt(at) === '$' || text.charAt(at) === '#') && text.charAt(at + 1) === '{';
    if (!opens) {
      at += 1;
      continue;
    }
    if (at > 0 && text.charAt(at - 1) === '\\') throw new NotInGrammar('escape');
    at = new Parser(text, at + 2).expressionEnd();
  }
}

class Parser {
  private current: Token;

  constructor(
    private readonly text: string,
    start: number,
  ) {
    this.current = readToken(text, start, symbols);
  }

  /** Position after the closing brace. */
  expressionEnd(): number {
    this.level(0, 0);
    if (this.current.text !== '}' || this.current.kind !== 'symbol') throw new NotInGrammar('}');
    return this.current.end;
  }

  private level(index: number, depth: number): void {
    const operators = levels[index];
    if (operators === undefined) return this.prefixed(depth);
    this.level(index + 1, depth);
    while (this.isOperator(operators)) {
      this.next();
      this.level(index + 1, depth);
    }
  }

  private prefixed(depth: number): void {
    if (depth > maxDepth) throw new NotInGrammar('depth');
    if (this.isOperator(prefixes)) {
      this.next();
      return this.prefixed(depth + 1);
    }
    const { kind, text } = this.current;
    if (kind === 'symbol' && text === '(') {
      this.next();
      this.level(0, depth + 1);
      if (this.current.kind !== 'symbol' || this.current.text !== ')') throw new NotInGrammar(')');
      return this.next();
    }
    const value = kind === 'number' || kind === 'string' || (kind === 'name' && isVariableOrLiteral(text));
    if (!value) throw new NotInGrammar(text);
    this.next();
  }

  private isOperator(operators: readonly string[]): boolean {
    return this.current.kind !== 'string' && operators.includes(this.current.text);
  }

  private next(): void {
    this.current = readToken(this.text, this.current.end, symbols);
  }
}

function isVariableOrLiteral(name: string): boolean {
  if (literals.includes(name)) return true;
  return !keywords.includes(name) && !refusedConstructs.reservedNames.includes(name);
}
