package cn.onewindow.engine;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Properties;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/**
 * Connections to an H2 file whose {@code commit()} returns only when the commit is in the file, so that a kill loses nothing.
 *
 * <p>H2's own {@code WRITE_DELAY=0} is not enough and costs too much: it skips the write while another thread is writing
 * (the last commit before a quiet time can stay in memory), and it stops the thread that reclaims space (the file grew by
 * 180 KB an instance and never shrank). A CHECKPOINT after each commit waits for the write, and one write serves all the
 * commits that waited for it. That is safe against the end of the process; against power loss use PostgreSQL.
 */
final class DurableH2DataSource extends DriverManagerDataSource {

  DurableH2DataSource(String url, String user, String password) {
    super(url, user, password);
  }

  @Override
  protected Connection getConnectionFromDriver(Properties properties) throws SQLException {
    Connection connection = super.getConnectionFromDriver(properties);
    Class<?>[] types = {Connection.class};
    return (Connection) Proxy.newProxyInstance(getClass().getClassLoader(), types, (proxy, method, arguments) -> {
      try {
        Object answer = method.invoke(connection, arguments);
        if (method.getName().equals("commit")) flush(connection);
        return answer;
      } catch (InvocationTargetException thrown) {
        throw thrown.getCause();
      }
    });
  }

  private static void flush(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute("CHECKPOINT");
    }
  }
}
