package cn.onewindow.engine.nocode;

import cn.onewindow.engine.nocode.Tokens.Kind;
import cn.onewindow.engine.nocode.Tokens.NotInGrammar;
import cn.onewindow.engine.nocode.Tokens.Token;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/** The FEEL that decisions may use: no property, filter, context, loop, function but the listed ones. Twin of isAllowedFeel.ts. */
final class FeelGrammar {

  private static final List<String> SYMBOLS =
      List.of("..", "!=", "<=", ">=", "<", ">", "=", "(", ")", "[", "]", ",", "+", "-", "*", "/");
  private static final Set<String> COMPARISONS = Set.of("=", "!=", "<", "<=", ">", ">=");
  private static final Set<String> LITERALS = Set.of("true", "false", "null");
  private static final Set<String> KEYWORDS = Set.of("and", "or", "in", "between", "if", "then", "else", "for", "return",
      "some", "every", "satisfies", "function", "external", "instance", "of");

  private final Set<String> functions;

  FeelGrammar(Set<String> functions) {
    this.functions = functions;
  }

  boolean allowsExpression(String source) {
    return accepts(source, parser -> parser.expression(0));
  }

  boolean allowsUnaryTests(String source) {
    return source.strip().equals("-") || accepts(source, parser -> parser.tests(0));
  }

  private boolean accepts(String source, Consumer<Parser> check) {
    if (source.isBlank()) return true;
    if (source.length() > Tokens.MAX_LENGTH || source.contains("//") || source.contains("/*")) return false;
    try {
      Parser parser = new Parser(source);
      check.accept(parser);
      return parser.current.kind() == Kind.END;
    } catch (NotInGrammar refused) {
      return false;
    }
  }

  private final class Parser {
    private final String source;
    private Token current;

    Parser(String source) {
      this.source = source;
      this.current = Tokens.read(source, 0, SYMBOLS);
    }

    void tests(int depth) {
      do test(depth); while (takes(","));
    }

    private void test(int depth) {
      if (takesAny(COMPARISONS)) {
        sum(depth);
      } else if (takesName("not")) {
        needs("(");
        tests(depth + 1);
        needs(")");
      } else {
        expression(depth);
      }
    }

    void expression(int depth) {
      if (depth > Tokens.MAX_DEPTH) throw new NotInGrammar("depth");
      if (takesName("if")) {
        expression(depth + 1);
        needsName("then");
        expression(depth + 1);
        needsName("else");
        expression(depth + 1);
        return;
      }
      do conjunction(depth); while (takesName("or"));
    }

    private void conjunction(int depth) {
      do comparison(depth); while (takesName("and"));
    }

    private void comparison(int depth) {
      sum(depth);
      if (takesAny(COMPARISONS)) {
        sum(depth);
      } else if (takesName("between")) {
        sum(depth);
        needsName("and");
        sum(depth);
      } else if (takesName("in")) {
        if (takes("(")) {
          tests(depth + 1);
          needs(")");
        } else {
          test(depth + 1);
        }
      }
    }

    private void sum(int depth) {
      do product(depth); while (takesAny(Set.of("+", "-")));
    }

    private void product(int depth) {
      do operand(depth); while (takesAny(Set.of("*", "/")));
    }

    private void operand(int depth) {
      if (depth > Tokens.MAX_DEPTH) throw new NotInGrammar("depth");
      if (takes("-")) {
        operand(depth + 1);
      } else if (takes("(")) {
        rangeOrEnclosed(depth + 1, ")");
      } else if (takes("[")) {
        if (!takes("]")) rangeOrEnclosed(depth + 1, "]");
      } else {
        value(depth);
      }
    }

    private void value(int depth) {
      Token token = current;
      if (token.kind() == Kind.NUMBER || (token.kind() == Kind.STRING && token.text().startsWith("\""))) {
        next();
        return;
      }
      if (token.kind() != Kind.NAME || KEYWORDS.contains(token.text())) throw new NotInGrammar(token.text());
      next();
      if (LITERALS.contains(token.text())) return;
      if (takes("(")) call(token.text(), depth);
      else if (token.text().equals("not")) throw new NotInGrammar("not");
    }

    /** After an opening bracket: either a range {@code a..b}, or one expression (in square brackets a list). */
    private void rangeOrEnclosed(int depth, String close) {
      expression(depth);
      if (takes("..")) {
        sum(depth);
        if (!takesAny(Set.of(")", "]"))) throw new NotInGrammar("range");
        return;
      }
      if (close.equals("]")) while (takes(",")) expression(depth);
      needs(close);
    }

    private void call(String name, int depth) {
      if (!functions.contains(name)) throw new NotInGrammar(name);
      do expression(depth + 1); while (takes(","));
      needs(")");
    }

    private boolean takesName(String name) {
      if (current.kind() != Kind.NAME || !current.text().equals(name)) return false;
      next();
      return true;
    }

    private void needsName(String name) {
      if (!takesName(name)) throw new NotInGrammar(name);
    }

    private boolean takes(String symbol) {
      return takesAny(Set.of(symbol));
    }

    private boolean takesAny(Set<String> candidates) {
      if (current.kind() != Kind.SYMBOL || !candidates.contains(current.text())) return false;
      next();
      return true;
    }

    private void needs(String symbol) {
      if (!takes(symbol)) throw new NotInGrammar(symbol);
    }

    private void next() {
      current = Tokens.read(source, current.end(), SYMBOLS);
    }
  }
}
