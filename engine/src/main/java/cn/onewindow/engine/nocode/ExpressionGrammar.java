package cn.onewindow.engine.nocode;

import cn.onewindow.engine.nocode.Tokens.Kind;
import cn.onewindow.engine.nocode.Tokens.NotInGrammar;
import cn.onewindow.engine.nocode.Tokens.Token;
import java.util.List;
import java.util.Set;

/**
 * The JUEL that packs may use, inside <code>${…}</code> and <code>#{…}</code>: names of variables, literals, comparisons,
 * and / or / not / empty, parentheses. Twin of isAllowedExpression.ts.
 */
final class ExpressionGrammar {

  private static final List<String> SYMBOLS = List.of("==", "!=", "<=", ">=", "&&", "||", "<", ">", "!", "(", ")", "-", "}");
  private static final List<Set<String>> LEVELS = List.of(
      Set.of("or", "||"),
      Set.of("and", "&&"),
      Set.of("==", "!=", "eq", "ne"),
      Set.of("<", ">", "<=", ">=", "lt", "gt", "le", "ge"));
  private static final Set<String> PREFIXES = Set.of("!", "not", "empty", "-");
  private static final Set<String> LITERALS = Set.of("true", "false", "null");
  private static final Set<String> OTHER_KEYWORDS = Set.of("instanceof", "div", "mod");

  private final Set<String> reservedNames;

  ExpressionGrammar(Set<String> reservedNames) {
    this.reservedNames = reservedNames;
  }

  static boolean holdsExpression(String text) {
    return text.contains("${") || text.contains("#{");
  }

  boolean allows(String text) {
    if (!holdsExpression(text)) return true;
    if (text.length() > Tokens.MAX_LENGTH) return false;
    try {
      int at = 0;
      while (at < text.length()) {
        if (!text.startsWith("${", at) && !text.startsWith("#{", at)) {
          at++;
          continue;
        }
        if (at > 0 && text.charAt(at - 1) == '\\') return false;
        at = new Parser(text, at + 2).expressionEnd();
      }
      return true;
    } catch (NotInGrammar refused) {
      return false;
    }
  }

  private final class Parser {
    private final String text;
    private Token current;

    Parser(String text, int start) {
      this.text = text;
      this.current = Tokens.read(text, start, SYMBOLS);
    }

    /** Position after the closing brace. */
    int expressionEnd() {
      level(0, 0);
      if (!isSymbol("}")) throw new NotInGrammar("}");
      return current.end();
    }

    private void level(int index, int depth) {
      if (index == LEVELS.size()) {
        prefixed(depth);
        return;
      }
      level(index + 1, depth);
      while (isOperator(LEVELS.get(index))) {
        next();
        level(index + 1, depth);
      }
    }

    private void prefixed(int depth) {
      if (depth > Tokens.MAX_DEPTH) throw new NotInGrammar("depth");
      if (isOperator(PREFIXES)) {
        next();
        prefixed(depth + 1);
        return;
      }
      if (isSymbol("(")) {
        next();
        level(0, depth + 1);
        if (!isSymbol(")")) throw new NotInGrammar(")");
        next();
        return;
      }
      Kind kind = current.kind();
      boolean value = kind == Kind.NUMBER || kind == Kind.STRING || (kind == Kind.NAME && isValue(current.text()));
      if (!value) throw new NotInGrammar(current.text());
      next();
    }

    private boolean isValue(String name) {
      if (LITERALS.contains(name)) return true;
      boolean keyword = PREFIXES.contains(name) || OTHER_KEYWORDS.contains(name)
          || LEVELS.stream().anyMatch(level -> level.contains(name));
      return !keyword && !reservedNames.contains(name);
    }

    private boolean isOperator(Set<String> operators) {
      return current.kind() != Kind.STRING && operators.contains(current.text());
    }

    private boolean isSymbol(String symbol) {
      return current.kind() == Kind.SYMBOL && current.text().equals(symbol);
    }

    private void next() {
      current = Tokens.read(text, current.end(), SYMBOLS);
    }
  }
}
