package cn.onewindow.engine.nocode;

import java.util.List;
import java.util.function.IntPredicate;

/** Reads the tokens of an expression; the twin of tokens.ts, held together by fixtures/expressions.json. */
final class Tokens {

  enum Kind { NAME, NUMBER, STRING, SYMBOL, END }

  record Token(Kind kind, String text, int end) {}

  /** Thrown inside the grammars and turned into a refusal at their edge. */
  static final class NotInGrammar extends RuntimeException {
    NotInGrammar(String what) {
      super(what, null, false, false);
    }
  }

  /** Longest expression and deepest nesting that are looked at; beyond them an expression is refused. */
  static final int MAX_LENGTH = 4000;
  static final int MAX_DEPTH = 50;

  private Tokens() {}

  /**
   * One token from a position on. Names are ASCII; strings hold no backslash, because JUEL and FEEL unescape differently.
   *
   * @throws NotInGrammar at anything that is neither name, number, string nor one of the symbols
   */
  static Token read(String source, int position, List<String> symbols) {
    int at = position;
    while (at < source.length() && " \t\r\n".indexOf(source.charAt(at)) >= 0) at++;
    if (at >= source.length()) return new Token(Kind.END, "", at);
    char first = source.charAt(at);
    if (isNameStart(first)) return take(Kind.NAME, source, at, Tokens::isNamePart);
    if (isDigit(first)) return number(source, at);
    if (first == '"' || first == '\'') return string(source, at, first);
    for (String symbol : symbols) {
      if (source.startsWith(symbol, at)) return new Token(Kind.SYMBOL, symbol, at + symbol.length());
    }
    throw new NotInGrammar(String.valueOf(first));
  }

  private static Token take(Kind kind, String source, int start, IntPredicate more) {
    int end = start;
    while (end < source.length() && more.test(source.charAt(end))) end++;
    return new Token(kind, source.substring(start, end), end);
  }

  private static Token number(String source, int start) {
    int end = take(Kind.NUMBER, source, start, Tokens::isDigit).end();
    if (end + 1 < source.length() && source.charAt(end) == '.' && isDigit(source.charAt(end + 1))) {
      end = take(Kind.NUMBER, source, end + 1, Tokens::isDigit).end();
    }
    if (end < source.length() && isNameStart(source.charAt(end))) throw new NotInGrammar("number");
    return new Token(Kind.NUMBER, source.substring(start, end), end);
  }

  private static Token string(String source, int start, char quote) {
    int close = source.indexOf(quote, start + 1);
    if (close < 0) throw new NotInGrammar("string");
    String text = source.substring(start, close + 1);
    if (text.indexOf('\\') >= 0) throw new NotInGrammar("escape");
    return new Token(Kind.STRING, text, close + 1);
  }

  private static boolean isDigit(int c) {
    return c >= '0' && c <= '9';
  }

  private static boolean isNameStart(int c) {
    return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || c == '_';
  }

  private static boolean isNamePart(int c) {
    return isNameStart(c) || isDigit(c);
  }
}
