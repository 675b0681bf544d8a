package cn.onewindow.engine.cases;

import java.time.Instant;
import java.util.Date;
import java.util.Map;
import java.util.function.Supplier;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;

/**
 * Due and follow-up dates of the tasks that a command brings into being. The server reckons them, working days and pauses
 * included, and sends them along by step; the task is inserted with them, so that they cost neither a request nor a statement.
 * Tasks that come otherwise (a timer, a worker) get theirs by {@code POST /onewindow/task/dates}.
 */
final class TaskDates implements TaskListener {

  /** ISO 8601 instants; null where none runs. */
  record Dates(String due, String followUp) {

    Date dueDate() {
      return dateOf(due);
    }

    Date followUpDate() {
      return dateOf(followUp);
    }

    private static Date dateOf(String text) {
      return text == null ? null : Date.from(Instant.parse(text));
    }
  }

  /** By task definition key, of the command that this thread carries out. */
  private static final ThreadLocal<Map<String, Dates>> GIVEN = new ThreadLocal<>();

  /** Carries out a command whose new tasks get these dates; {@code null} gives none. */
  static <T> T during(Map<String, Dates> dates, Supplier<T> command) {
    GIVEN.set(dates);
    try {
      return command.get();
    } finally {
      GIVEN.remove();
    }
  }

  @Override
  public void notify(DelegateTask task) {
    Map<String, Dates> given = GIVEN.get();
    Dates dates = given == null ? null : given.get(task.getTaskDefinitionKey());
    if (dates == null) return;
    task.setDueDate(dates.dueDate());
    task.setFollowUpDate(dates.followUpDate());
  }
}
