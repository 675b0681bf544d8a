package cn.onewindow.engine.nocode;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.camunda.bpm.engine.impl.el.StartProcessVariableScope;
import org.camunda.bpm.impl.juel.jakarta.el.ELException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.junit.jupiter.api.Test;

class VariablesOnlyExpressionManagerTest {

  private final VariablesOnlyExpressionManager expressions = new VariablesOnlyExpressionManager();

  @Test
  void comparesLiterals() {
    assertEquals(true, value("${'a' == 'a' and 1 < 2}"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"${''.getClass()}", "${''.class}", "${''['class']}", "${''.length()}", "${dataSource}", "${currentUser()}"})
  void reachesNoObjectEvenPastTheGrammar(String expression) {
    assertThrows(ELException.class, () -> value(expression));
  }

  private Object value(String expression) {
    return expressions.createValueExpression(expression)
        .getValue(expressions.getElContext(StartProcessVariableScope.getSharedInstance()));
  }
}
