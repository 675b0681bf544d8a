package cn.onewindow.engine.nocode;

import java.lang.reflect.Method;
import org.camunda.bpm.engine.impl.el.JuelExpressionManager;
import org.camunda.bpm.engine.impl.el.VariableContextElResolver;
import org.camunda.bpm.engine.impl.el.VariableScopeElResolver;
import org.camunda.bpm.impl.juel.jakarta.el.CompositeELResolver;
import org.camunda.bpm.impl.juel.jakarta.el.ELResolver;

/**
 * Expressions that see process variables and nothing else: no Spring bean, no property or method of any object, no function.
 * The second line behind the grammar: what it would let through by mistake still has nothing to reach.
 */
final class VariablesOnlyExpressionManager extends JuelExpressionManager {

  @Override
  protected ELResolver createElResolver() {
    CompositeELResolver resolvers = new CompositeELResolver();
    resolvers.add(new VariableScopeElResolver());
    resolvers.add(new VariableContextElResolver());
    return resolvers;
  }

  @Override
  public void addFunction(String name, Method function) {
    // currentUser(), dateTime() and the like are outside the grammar
  }
}
