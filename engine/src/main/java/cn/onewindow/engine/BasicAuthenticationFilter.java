package cn.onewindow.engine;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.List;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.authorization.Groups;

/**
 * HTTP Basic (RFC 7617) in front of everything but the health probe: one account, the one of ENGINE_USER and ENGINE_PASSWORD.
 * Compared in memory and in constant time, because a look-up in the engine's user table would cost three queries a request.
 */
final class BasicAuthenticationFilter extends HttpFilter {

  private final transient IdentityService identity;
  private final String user;
  private final byte[] expected;
  private final List<String> openPaths;

  /** @param openPaths path prefixes that need no credentials or check their own */
  BasicAuthenticationFilter(IdentityService identity, EngineSettings settings, List<String> openPaths) {
    this.identity = identity;
    this.user = settings.user();
    this.expected = digest((settings.user() + ":" + settings.password()).getBytes(StandardCharsets.UTF_8));
    this.openPaths = List.copyOf(openPaths);
  }

  @Override
  protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    if (isOpen(request)) {
      chain.doFilter(request, response);
      return;
    }
    if (!MessageDigest.isEqual(expected, digest(credentials(request)))) {
      response.setHeader("WWW-Authenticate", "Basic realm=\"engine\", charset=\"UTF-8\"");
      response.setStatus(HttpServletResponse.SC_UNAUTHORIZED);
      return;
    }
    identity.setAuthentication(user, List.of(Groups.CAMUNDA_ADMIN), List.of());
    try {
      chain.doFilter(request, response);
    } finally {
      identity.clearAuthentication();
    }
  }

  /** Compares the path that the container has decoded and normalised, so that no spelling of it gets around the filter. */
  private boolean isOpen(HttpServletRequest request) {
    String path = request.getServletPath();
    return openPaths.stream().anyMatch(open -> path.equals(open) || path.startsWith(open + "/"));
  }

  private static byte[] credentials(HttpServletRequest request) {
    String header = request.getHeader("Authorization");
    if (header == null || !header.regionMatches(true, 0, "Basic ", 0, 6)) return new byte[0];
    try {
      return Base64.getDecoder().decode(header.substring(6).trim());
    } catch (IllegalArgumentException notBase64) {
      return new byte[0];
    }
  }

  private static byte[] digest(byte[] bytes) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(bytes);
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
