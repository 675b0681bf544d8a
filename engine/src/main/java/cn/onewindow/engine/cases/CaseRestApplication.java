package cn.onewindow.engine.cases;

import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.rest.mapper.JacksonConfigurator;
import org.camunda.bpm.spring.boot.starter.rest.CamundaJerseyResourceConfig;

/** The engine's REST API and, below {@code /onewindow}, the calls that spare the server further requests. */
public class CaseRestApplication extends CamundaJerseyResourceConfig {

  private final ProcessEngine engine;

  public CaseRestApplication(ProcessEngine engine) {
    this.engine = engine;
  }

  @Override
  protected void registerAdditionalResources() {
    var json = JacksonConfigurator.configureObjectMapper(new com.fasterxml.jackson.databind.ObjectMapper());
    register(new CaseCommandsResource(engine, json));
    register(new HistoryChangesResource(engine));
  }
}
