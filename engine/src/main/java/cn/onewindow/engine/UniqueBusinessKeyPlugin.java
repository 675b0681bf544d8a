package cn.onewindow.engine;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;

/**
 * One running instance per definition and business key: of parallel starts with the same key one survives. Child executions
 * have no business key, and nulls are distinct in a unique index of H2 and PostgreSQL. The statement may run at every start.
 */
final class UniqueBusinessKeyPlugin extends AbstractProcessEnginePlugin {

  static final String STATEMENT =
      "CREATE UNIQUE INDEX IF NOT EXISTS ONEWINDOW_UNIQ_BUSINESS_KEY ON ACT_RU_EXECUTION (PROC_DEF_ID_, BUSINESS_KEY_)";

  @Override
  public void postProcessEngineBuild(ProcessEngine engine) {
    try (Connection connection = engine.getProcessEngineConfiguration().getDataSource().getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute(STATEMENT);
      if (!connection.getAutoCommit()) connection.commit();
    } catch (SQLException failed) {
      throw new ProcessEngineException("The unique index on business keys could not be created; two running instances"
          + " with the same key must be ended first: " + failed.getMessage(), failed);
    }
  }
}
