package cn.onewindow.engine.cases;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import javax.sql.DataSource;
import org.camunda.bpm.engine.impl.util.ClockUtil;

/**
 * What changed in the engine since an instant, in one request: ids and times only, read straight from the engine's tables on
 * the indexes of their time columns. A filter by tenant in SQL could lead the database to the index of the tenant, its whole history,
 * so the tenant is looked at here. A list that may have been cut at the limit is null.
 */
@Path("/onewindow/changes")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public final class HistoryChangesResource {

  private static final int MOST = 2_000;
  private final DataSource dataSource;

  public HistoryChangesResource(DataSource dataSource) {
    this.dataSource = dataSource;
  }

  /** @param limit longest list that is wanted, at most 2,000 */
  public record ChangesRequest(Date since, String tenant, int limit) {}

  /**
   * @param detail of an updated task its assignee, of an ended one the reason of its end, of an incident its type
   * @param message of an incident
   */
  public record Change(String id, String processInstanceId, Date at, String detail, String activityId, String message) {}

  /** @param readAt the engine's time before the first list was read */
  public record Changes(
      Date readAt,
      List<Change> created,
      List<Change> updated,
      List<Change> ended,
      List<Change> finished,
      List<Change> incidents) {}

  @POST
  public Changes changes(ChangesRequest request) throws SQLException {
    Date readAt = ClockUtil.getCurrentTime();
    try (Connection connection = dataSource.getConnection()) {
      Reading reading = new Reading(connection, request);
      return new Changes(
          readAt,
          reading.list("ID_, PROC_INST_ID_, START_TIME_, ASSIGNEE_, TASK_DEF_KEY_, NULL", "ACT_HI_TASKINST", "START_TIME_"),
          reading.list("ID_, PROC_INST_ID_, LAST_UPDATED_, ASSIGNEE_, TASK_DEF_KEY_, NULL", "ACT_RU_TASK", "LAST_UPDATED_"),
          reading.list("ID_, PROC_INST_ID_, END_TIME_, DELETE_REASON_, TASK_DEF_KEY_, NULL", "ACT_HI_TASKINST", "END_TIME_"),
          reading.list("ID_, PROC_INST_ID_, END_TIME_, STATE_, NULL, NULL", "ACT_HI_PROCINST", "END_TIME_"),
          reading.list("ID_, PROC_INST_ID_, INCIDENT_TIMESTAMP_, INCIDENT_TYPE_, ACTIVITY_ID_, INCIDENT_MSG_",
              "ACT_RU_INCIDENT", "INCIDENT_TIMESTAMP_"));
    }
  }

  private record Reading(Connection connection, ChangesRequest request) {

    /** {@code columns}: id, instance, time, detail, activity, message, then the tenant is added. Never from outside. */
    List<Change> list(String columns, String table, String time) throws SQLException {
      int limit = Math.min(Math.max(request.limit(), 1), MOST);
      String sql = "SELECT " + columns + ", TENANT_ID_ FROM " + table + " WHERE " + time + " >= ? ORDER BY " + time + " LIMIT ?";
      try (PreparedStatement statement = connection.prepareStatement(sql)) {
        statement.setTimestamp(1, new Timestamp(request.since().getTime()));
        statement.setInt(2, limit);
        return read(statement, limit);
      }
    }

    private List<Change> read(PreparedStatement statement, int limit) throws SQLException {
      List<Change> changes = new ArrayList<>();
      int rows = 0;
      try (ResultSet row = statement.executeQuery()) {
        for (; row.next(); rows += 1) {
          if (!request.tenant().equals(row.getString(7))) continue;
          changes.add(new Change(row.getString(1), row.getString(2), new Date(row.getTimestamp(3).getTime()),
              row.getString(4), row.getString(5), row.getString(6)));
        }
      }
      // Rows of other tenants fill the limit too.
      return rows >= limit ? null : changes;
    }
  }
}
