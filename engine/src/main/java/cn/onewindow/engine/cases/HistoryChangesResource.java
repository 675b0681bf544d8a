package cn.onewindow.engine.cases;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.Date;
import java.util.List;
import java.util.function.Function;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.query.Query;
import org.camunda.bpm.engine.rest.dto.history.HistoricProcessInstanceDto;
import org.camunda.bpm.engine.rest.dto.history.HistoricTaskInstanceDto;
import org.camunda.bpm.engine.rest.dto.runtime.IncidentDto;
import org.camunda.bpm.engine.rest.dto.task.TaskDto;

/**
 * What changed in the engine since an instant, in one request: the same entries that the engine's REST API gives in six, read
 * in one transaction on the indexes of the time columns. A list that reaches the limit is not complete.
 */
@Path("/onewindow/changes")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public final class HistoryChangesResource {

  private final ProcessEngine engine;

  public HistoryChangesResource(ProcessEngine engine) {
    this.engine = engine;
  }

  /** @param limit longest list that is wanted, at most 2,000 */
  public record ChangesRequest(Date since, String tenant, int limit) {}

  /** @param readAt the engine's time before the first list was read */
  public record Changes(
      Date readAt,
      List<HistoricProcessInstanceDto> started,
      List<HistoricTaskInstanceDto> created,
      List<TaskDto> updated,
      List<HistoricTaskInstanceDto> ended,
      List<HistoricProcessInstanceDto> finished,
      List<IncidentDto> incidents) {}

  @POST
  public Changes changes(ChangesRequest request) {
    var configuration = (ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration();
    return configuration.getCommandExecutorTxRequired()
        .execute(context -> context.runWithoutAuthorization(() -> read(request)));
  }

  private Changes read(ChangesRequest request) {
    Date readAt = ClockUtil.getCurrentTime();
    Date since = request.since();
    String tenant = request.tenant();
    int limit = Math.min(Math.max(request.limit(), 1), 2_000);
    HistoryService history = engine.getHistoryService();
    return new Changes(
        readAt,
        list(history.createHistoricProcessInstanceQuery().startedAfter(since).tenantIdIn(tenant), limit,
            HistoricProcessInstanceDto::fromHistoricProcessInstance),
        list(history.createHistoricTaskInstanceQuery().startedAfter(since).tenantIdIn(tenant), limit,
            HistoricTaskInstanceDto::fromHistoricTaskInstance),
        list(engine.getTaskService().createTaskQuery().taskUpdatedAfter(new Date(since.getTime() - 1)).tenantIdIn(tenant),
            limit, TaskDto::fromEntity),
        list(history.createHistoricTaskInstanceQuery().finishedAfter(since).tenantIdIn(tenant), limit,
            HistoricTaskInstanceDto::fromHistoricTaskInstance),
        list(history.createHistoricProcessInstanceQuery().finishedAfter(since).tenantIdIn(tenant), limit,
            HistoricProcessInstanceDto::fromHistoricProcessInstance),
        list(engine.getRuntimeService().createIncidentQuery().incidentTimestampAfter(new Date(since.getTime() - 1))
            .tenantIdIn(tenant), limit, IncidentDto::fromIncident));
  }

  private static <E, D> List<D> list(Query<?, E> query, int limit, Function<? super E, D> toDto) {
    return query.listPage(0, limit).stream().map(toDto).toList();
  }
}
