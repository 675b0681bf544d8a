package cn.onewindow.engine.cases;

import cn.onewindow.engine.cases.TaskDates.Dates;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response.Status;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.rest.exception.InvalidRequestException;
import org.camunda.bpm.engine.task.Task;

/**
 * Sets due and follow-up dates of open tasks and nothing else of them: the standard {@code PUT /task/{id}} writes assignee,
 * owner and delegation as well, and would undo a claim that came in between.
 */
@Path("/onewindow/task/dates")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public final class TaskDatesResource {

  private final ProcessEngine engine;

  public TaskDatesResource(ProcessEngine engine) {
    this.engine = engine;
  }

  /** @param tasks by task id */
  public record DatesRequest(Map<String, Dates> tasks) {}

  /** In one transaction; tasks that have gone are passed over, those that have these dates are left alone. Answers those set. */
  @POST
  public List<String> set(DatesRequest request) {
    if (request.tasks() == null) throw new InvalidRequestException(Status.BAD_REQUEST, "No tasks");
    var configuration = (ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration();
    try {
      return configuration.getCommandExecutorTxRequired().execute(context -> request.tasks().entrySet().stream()
          .filter(entry -> setOne(entry.getKey(), entry.getValue()))
          .map(Map.Entry::getKey)
          .toList());
    } catch (DateTimeParseException wrong) {
      throw new InvalidRequestException(Status.BAD_REQUEST, wrong, "No ISO 8601 instant: " + wrong.getParsedString());
    }
  }

  private boolean setOne(String taskId, Dates dates) {
    Task task = engine.getTaskService().createTaskQuery().taskId(taskId).singleResult();
    if (task == null) return false;
    var due = dates.dueDate();
    var followUp = dates.followUpDate();
    if (Objects.equals(due, task.getDueDate()) && Objects.equals(followUp, task.getFollowUpDate())) return false;
    task.setDueDate(due);
    task.setFollowUpDate(followUp);
    engine.getTaskService().saveTask(task);
    return true;
  }
}
