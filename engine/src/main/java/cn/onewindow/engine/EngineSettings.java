package cn.onewindow.engine;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

/** What the environment says about this engine. */
public record EngineSettings(String host, int port, String databaseUrl, String databaseUser, String databasePassword,
                             String user, String password, Duration timerHold, boolean durable) {

  static final int SHORTEST_PASSWORD = 16;

  /**
   * Reads ENGINE_HOST, ENGINE_PORT (or SERVER_PORT), ENGINE_DATA_DIR, ENGINE_DB_URL, ENGINE_DB_USER, ENGINE_DB_PASSWORD,
   * ENGINE_USER, ENGINE_PASSWORD, ENGINE_TIMER_HOLD (seconds after the start in which no timer goes off, 30 by default) and
   * ENGINE_DURABLE (false: what was committed in the last half second may be lost with the process; for made-up cases only). An empty
   * variable counts as missing.
   *
   * @throws IllegalArgumentException naming the variable to set, when there are no credentials or a number is none
   */
  public static EngineSettings from(Map<String, String> environment) {
    Map<String, String> set = new HashMap<>(environment);
    set.values().removeIf(String::isBlank);
    String user = set.get("ENGINE_USER");
    String password = set.get("ENGINE_PASSWORD");
    if (user == null || !user.matches("[A-Za-z0-9]+")) {
      throw new IllegalArgumentException("ENGINE_USER must be set, letters and digits only");
    }
    if (password == null || password.length() < SHORTEST_PASSWORD) {
      throw new IllegalArgumentException("ENGINE_PASSWORD must be set, at least " + SHORTEST_PASSWORD + " characters");
    }
    String h2 = "jdbc:h2:file:" + set.getOrDefault("ENGINE_DATA_DIR", "./.data/engine") + "/engine"
        // space is used again after 5 s (45 s by default: a gigabyte under load); closing may take 2 s to shrink the file.
        // Each commit writes a chunk of its own (DurableH2DataSource), which is mostly garbage soon. With 90, the default, H2
        // copies what is left together as soon as 55 % of the file is garbage, which cost more than the engine; with 50 at 75 %.
        + ";RETENTION_TIME=5000;MAX_COMPACT_TIME=2000;AUTO_COMPACT_FILL_RATE=50;DB_CLOSE_ON_EXIT=FALSE;TRACE_LEVEL_FILE=0";
    boolean embedded = !set.containsKey("ENGINE_DB_URL");
    return new EngineSettings(
        set.getOrDefault("ENGINE_HOST", "127.0.0.1"),
        number("ENGINE_PORT", "a port number", set.getOrDefault("ENGINE_PORT", set.getOrDefault("SERVER_PORT", "18080"))),
        set.getOrDefault("ENGINE_DB_URL", absolute(h2)),
        set.getOrDefault("ENGINE_DB_USER", embedded ? "sa" : ""),
        set.getOrDefault("ENGINE_DB_PASSWORD", ""),
        user,
        password,
        Duration.ofSeconds(number("ENGINE_TIMER_HOLD", "a number of seconds", set.getOrDefault("ENGINE_TIMER_HOLD", "30"))),
        !"false".equals(set.get("ENGINE_DURABLE")));
  }

  /** The Spring properties that follow from the settings. */
  Map<String, Object> properties() {
    return Map.of(
        "server.address", host,
        "server.port", port);
  }

  boolean usesH2() {
    return databaseUrl.startsWith("jdbc:h2:");
  }

  private static int number(String name, String kind, String text) {
    try {
      return Integer.parseUnsignedInt(text);
    } catch (NumberFormatException notANumber) {
      throw new IllegalArgumentException(name + " must be " + kind + ": " + text);
    }
  }

  /** H2 refuses paths that are relative without saying so. */
  private static String absolute(String url) {
    return url.matches("jdbc:h2:file:(/|\\./|~|[A-Za-z]:).*") ? url : url.replace("jdbc:h2:file:", "jdbc:h2:file:./");
  }
}
