package cn.onewindow.engine;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Makes Cockpit, Tasklist and Admin (Maven profile {@code webapps}) read-only: they may log in, read and query. Deploying,
 * completing or storing a filter there would go past every check of the server, so whatever is not known to read is refused.
 */
final class WebappsWriteBlock extends HttpFilter {

  private static final Set<String> READING = Set.of("GET", "HEAD", "OPTIONS");

  /** Queries that the web apps send as POST, and the session itself. */
  private static final Pattern READING_POST = Pattern.compile(
      "/api/admin/auth/user/[^/]+/(login/[^/]+|logout)"
          + "|/api/cockpit/plugin/base/[^/]+/.*"
          + "|/api/engine/engine/[^/]+/(task|execution|process-instance|process-definition|variable-instance|job"
          + "|incident|external-task|history/[a-z-]+)(/count)?"
          + "|/api/engine/engine/[^/]+/filter/[^/]+/(list|count|singleResult)");

  @Override
  protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    if (!isReading(request.getMethod(), pathInWebapps(request))) {
      response.setStatus(HttpServletResponse.SC_FORBIDDEN);
      return;
    }
    chain.doFilter(request, response);
  }

  static boolean isReading(String method, String path) {
    return READING.contains(method) || ("POST".equals(method) && READING_POST.matcher(path).matches());
  }

  private static String pathInWebapps(HttpServletRequest request) {
    String info = request.getPathInfo();
    String path = request.getServletPath() + (info == null ? "" : info);
    return path.startsWith(EngineConfiguration.WEBAPPS_PATH) ? path.substring(EngineConfiguration.WEBAPPS_PATH.length()) : path;
  }
}
