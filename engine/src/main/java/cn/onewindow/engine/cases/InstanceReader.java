package cn.onewindow.engine.cases;

import cn.onewindow.engine.cases.InstanceState.OpenTask;
import java.time.Instant;
import java.util.Collection;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.IdentityLink;
import org.camunda.bpm.engine.task.IdentityLinkType;
import org.camunda.bpm.engine.task.Task;

/** Reads the open user tasks of process instances with their candidate groups. */
final class InstanceReader {

  private final ProcessEngine engine;

  InstanceReader(ProcessEngine engine) {
    this.engine = engine;
  }

  /** An instance that this transaction has started: all its tasks are in the transaction's own entities. */
  InstanceState ofNew(CommandContext context, ProcessInstance started) {
    List<OpenTask> tasks = context.getDbEntityManager().getCachedEntitiesByType(TaskEntity.class).stream()
        .filter(task -> started.getId().equals(task.getProcessInstanceId()) && !task.isDeleted())
        .map(task -> open(task, task.getCandidates()))
        .toList();
    return new InstanceState(started.getId(), started.isEnded(), tasks);
  }

  /** Any instance, read from the database. Without the permission check, which the caller's own command has passed. */
  InstanceState of(String processInstanceId) {
    return withoutAuthorization(() -> {
      List<OpenTask> tasks = engine.getTaskService().createTaskQuery().processInstanceId(processInstanceId).list().stream()
          .map(task -> open(task, engine.getTaskService().getIdentityLinksForTask(task.getId())))
          .toList();
      boolean ended = tasks.isEmpty() && engine.getRuntimeService().createProcessInstanceQuery()
          .processInstanceId(processInstanceId).count() == 0;
      return new InstanceState(processInstanceId, ended, tasks);
    });
  }

  /**
   * Instances among these that the caller may see and those that have ended, in two queries and one a task. The tasks are read
   * first: an instance that ends meanwhile must not seem to run without one.
   */
  List<InstanceState> ofAll(Set<String> processInstanceIds) {
    Map<String, List<OpenTask>> tasks = engine.getTaskService().createTaskQuery()
        .processInstanceIdIn(processInstanceIds.toArray(String[]::new)).list().stream()
        .map(task -> open(task, engine.getTaskService().getIdentityLinksForTask(task.getId())))
        .collect(Collectors.groupingBy(OpenTask::processInstanceId));
    Set<String> running = engine.getRuntimeService().createProcessInstanceQuery()
        .processInstanceIds(processInstanceIds).list().stream()
        .map(ProcessInstance::getId)
        .collect(Collectors.toSet());
    return processInstanceIds.stream()
        .map(id -> running.contains(id)
            ? new InstanceState(id, false, tasks.getOrDefault(id, List.of()))
            : new InstanceState(id, true, List.of()))
        .toList();
  }

  private <T> T withoutAuthorization(Callable<T> read) {
    var configuration = (ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration();
    return configuration.getCommandExecutorTxRequired().execute(context -> context.runWithoutAuthorization(read));
  }

  private static OpenTask open(Task task, Collection<? extends IdentityLink> links) {
    List<String> groups = links.stream()
        .filter(link -> IdentityLinkType.CANDIDATE.equals(link.getType()))
        .map(IdentityLink::getGroupId)
        .filter(Objects::nonNull)
        .toList();
    return new OpenTask(
        task.getId(),
        task.getTaskDefinitionKey(),
        task.getProcessInstanceId(),
        task.getAssignee(),
        groups,
        instant(task.getDueDate()),
        instant(task.getFollowUpDate()));
  }

  private static String instant(Date date) {
    return date == null ? null : Instant.ofEpochMilli(date.getTime()).toString();
  }
}
