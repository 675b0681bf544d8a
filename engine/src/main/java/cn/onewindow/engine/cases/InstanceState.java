package cn.onewindow.engine.cases;

import java.util.List;

/** A process instance as it is now: ended, or with these open user tasks (none while it waits for something else). */
public record InstanceState(String id, boolean ended, List<OpenTask> tasks) {

  /** A user task with what routes it and its dates (ISO 8601 instants; null where it has none). */
  public record OpenTask(
      String id,
      String taskDefinitionKey,
      String processInstanceId,
      String assignee,
      List<String> candidateGroups,
      String due,
      String followUp) {}
}
