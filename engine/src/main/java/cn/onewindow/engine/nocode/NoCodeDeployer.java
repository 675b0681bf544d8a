package cn.onewindow.engine.nocode;

import java.util.List;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.ParseException;
import org.camunda.bpm.engine.Problem;
import org.camunda.bpm.engine.impl.persistence.deploy.Deployer;
import org.camunda.bpm.engine.impl.persistence.entity.DeploymentEntity;
import org.camunda.bpm.engine.impl.persistence.entity.ResourceEntity;

/**
 * Checks every resource before the engine's own deployers see it: when it is deployed, and again when a definition is loaded
 * from the database, so that a model stored behind the engine's back does not run either. Refusal is a ParseException, which
 * REST answers with 400 and one problem an element.
 */
final class NoCodeDeployer implements Deployer {

  private final NoCodeCheck check;

  NoCodeDeployer(NoCodeCheck check) {
    this.check = check;
  }

  @Override
  public void deploy(DeploymentEntity deployment) {
    for (ResourceEntity resource : deployment.getResources().values()) {
      List<NoCodeFinding> findings = check.resource(resource.getName(), resource.getBytes());
      if (findings.isEmpty()) continue;
      String message = findings.stream().map(NoCodeFinding::shown).collect(Collectors.joining("; "));
      List<Problem> problems = findings.stream().map(NoCodeDeployer::problem).toList();
      throw new ParseException("ONEWINDOW-NO-CODE " + message, resource.getName(), problems, List.of());
    }
  }

  private static Problem problem(NoCodeFinding finding) {
    return new Problem() {
      @Override
      public String getMessage() {
        return finding.shown();
      }

      @Override
      public int getLine() {
        return finding.line();
      }

      @Override
      public int getColumn() {
        return finding.column();
      }

      @Override
      public String getMainElementId() {
        return finding.elementId();
      }

      @Override
      public List<String> getElementIds() {
        return finding.elementId() == null ? List.of() : List.of(finding.elementId());
      }
    };
  }
}
