package cn.onewindow.engine.cases;

import cn.onewindow.engine.cases.TaskDates.Dates;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response.Status;
import java.util.Map;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.exception.NotFoundException;
import org.camunda.bpm.engine.exception.NullValueException;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.rest.dto.VariableValueDto;
import org.camunda.bpm.engine.rest.exception.InvalidRequestException;
import org.camunda.bpm.engine.rest.exception.RestException;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;

/**
 * The engine's own start and complete, answered with the user tasks that exist afterwards: what a server otherwise asks
 * for in two further requests a task. Errors are those of the engine's REST API.
 */
@Path("/onewindow")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public final class CaseCommandsResource {

  private final ProcessEngine engine;
  private final ObjectMapper json;
  private final InstanceReader reader;

  public CaseCommandsResource(ProcessEngine engine, ObjectMapper json) {
    this.engine = engine;
    this.json = json;
    this.reader = new InstanceReader(engine);
  }

  /**
   * Body of a start, as in {@code POST /process-definition/{id}/start}.
   *
   * @param dates of the tasks that it brings into being, by task definition key
   */
  public record StartRequest(
      String businessKey, Map<String, VariableValueDto> variables, Map<String, Dates> dates) {}

  /**
   * Body of a completion, as in {@code POST /task/{id}/complete}.
   *
   * @param dates of the tasks that it brings into being, by task definition key
   */
  public record CompleteRequest(Map<String, VariableValueDto> variables, Map<String, Dates> dates) {}

  @POST
  @Path("/process-definition/{id}/start")
  public InstanceState start(@PathParam("id") String definitionId, StartRequest request) {
    try {
      return TaskDates.during(request.dates(), () -> inOneTransaction(context -> {
        ProcessInstance started = engine.getRuntimeService()
            .createProcessInstanceById(definitionId)
            .businessKey(request.businessKey())
            .setVariables(VariableValueDto.toMap(request.variables(), engine, json))
            .execute();
        return reader.ofNew(context, started);
      }));
    } catch (NotFoundException | NullValueException unknown) {
      throw new InvalidRequestException(Status.NOT_FOUND, unknown, "No process definition " + definitionId);
    } catch (RestException invalid) {
      throw new InvalidRequestException(invalid.getStatus(), invalid, invalid.getMessage());
    }
  }

  @POST
  @Path("/task/{id}/complete")
  public InstanceState complete(@PathParam("id") String taskId, CompleteRequest request) {
    Task task = engine.getTaskService().createTaskQuery().taskId(taskId).singleResult();
    if (task == null) throw new InvalidRequestException(Status.NOT_FOUND, "No open task " + taskId);
    try {
      TaskDates.during(request.dates(), () -> {
        engine.getTaskService().complete(taskId, VariableValueDto.toMap(request.variables(), engine, json));
        return null;
      });
    } catch (RestException invalid) {
      throw new InvalidRequestException(invalid.getStatus(), invalid, invalid.getMessage());
    } catch (NullValueException gone) {
      throw new InvalidRequestException(Status.NOT_FOUND, gone, "No open task " + taskId);
    }
    return reader.of(task.getProcessInstanceId());
  }

  private <T> T inOneTransaction(Command<T> command) {
    var configuration = (ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration();
    return configuration.getCommandExecutorTxRequired().execute(command);
  }
}
