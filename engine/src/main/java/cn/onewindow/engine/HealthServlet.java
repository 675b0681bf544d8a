package cn.onewindow.engine;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;

/** {@code /healthz/live} says that the process answers, {@code /healthz/ready} that its database does; no details. */
final class HealthServlet extends HttpServlet {

  private static final int SECONDS_FOR_DATABASE = 2;
  private final transient DataSource dataSource;

  HealthServlet(DataSource dataSource) {
    this.dataSource = dataSource;
  }

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
    String probe = request.getPathInfo();
    if (!"/live".equals(probe) && !"/ready".equals(probe)) {
      response.setStatus(HttpServletResponse.SC_NOT_FOUND);
      return;
    }
    boolean up = "/live".equals(probe) || databaseAnswers();
    response.setStatus(up ? HttpServletResponse.SC_OK : HttpServletResponse.SC_SERVICE_UNAVAILABLE);
    response.setContentType("application/json");
    response.getWriter().write(up ? "{\"status\":\"up\"}" : "{\"status\":\"down\"}");
  }

  private boolean databaseAnswers() {
    try (Connection connection = dataSource.getConnection()) {
      return connection.isValid(SECONDS_FOR_DATABASE);
    } catch (SQLException down) {
      return false;
    }
  }
}
