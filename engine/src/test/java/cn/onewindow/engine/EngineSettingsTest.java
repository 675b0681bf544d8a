package cn.onewindow.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class EngineSettingsTest {

  private final Map<String, String> credentials = Map.of("ENGINE_USER", "onewindow", "ENGINE_PASSWORD", "0123456789abcdef");

  @Test
  void refusesToStartWithoutCredentials() {
    assertThrows(IllegalArgumentException.class, () -> EngineSettings.from(Map.of()));
    assertThrows(IllegalArgumentException.class, () -> EngineSettings.from(
        Map.of("ENGINE_USER", "onewindow", "ENGINE_PASSWORD", "0123456789abcde")));
  }

  @Test
  void listensOnLoopbackByDefault() {
    EngineSettings settings = EngineSettings.from(credentials);
    assertEquals("127.0.0.1", settings.host());
  }

  @Test
  void takesAnEmptyVariableAsMissing() {
    Map<String, String> environment = new HashMap<>(credentials);
    environment.put("ENGINE_DB_URL", "");
    assertTrue(EngineSettings.from(environment).databaseUrl().startsWith("jdbc:h2:file:"));
  }

  @Test
  void keepsWhatIsCommittedUnlessToldOtherwise() {
    assertTrue(EngineSettings.from(credentials).durable());
    Map<String, String> environment = new HashMap<>(credentials);
    environment.put("ENGINE_DURABLE", "");
    assertTrue(EngineSettings.from(environment).durable());
    environment.put("ENGINE_DURABLE", "false");
    assertFalse(EngineSettings.from(environment).durable());
  }

  @Test
  void webappsMayReadAndNotWrite() {
    assertTrue(WebappsWriteBlock.isReading("GET", "/api/engine/engine/default/deployment"));
    assertTrue(WebappsWriteBlock.isReading("POST", "/api/engine/engine/default/task/count"));
    assertTrue(WebappsWriteBlock.isReading("POST", "/api/admin/auth/user/default/login/cockpit"));
    for (String path : new String[] {"deployment/create", "task/1/complete", "task/create", "filter/create",
        "process-instance/1/modification", "process-definition/1/start", "history/process-instance/delete"}) {
      assertFalse(WebappsWriteBlock.isReading("POST", "/api/engine/engine/default/" + path), path);
    }
    assertFalse(WebappsWriteBlock.isReading("PUT", "/api/engine/engine/default/filter/1"));
    assertFalse(WebappsWriteBlock.isReading("DELETE", "/api/engine/engine/default/deployment/1"));
  }
}
