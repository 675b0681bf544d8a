package cn.onewindow.engine.cases;

import com.fasterxml.jackson.databind.ObjectMapper;
import javax.sql.DataSource;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.rest.mapper.JacksonConfigurator;
import org.camunda.bpm.spring.boot.starter.rest.CamundaJerseyResourceConfig;

/** The engine's REST API and, below {@code /onewindow}, the calls that spare the server further requests. */
public class CaseRestApplication extends CamundaJerseyResourceConfig {

  private final ProcessEngine engine;
  private final DataSource dataSource;

  public CaseRestApplication(ProcessEngine engine, DataSource dataSource) {
    this.engine = engine;
    this.dataSource = dataSource;
  }

  @Override
  protected void registerAdditionalResources() {
    var json = JacksonConfigurator.configureObjectMapper(new ObjectMapper());
    register(new CaseCommandsResource(engine, json));
    register(new HistoryChangesResource(dataSource));
    register(new InstanceStatesResource(engine));
    register(new TaskDatesResource(engine));
  }
}
