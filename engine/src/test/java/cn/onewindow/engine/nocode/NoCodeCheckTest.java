package cn.onewindow.engine.nocode;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The rows of fixtures/refused/rows.json, which the TypeScript side is held to as well. */
class NoCodeCheckTest {

  private final NoCodeCheck check = new NoCodeCheck(RefusedConstructs.read());
  private final JsonNode file = new ObjectMapper().readTree(new File("fixtures/refused/rows.json"));

  NoCodeCheckTest() throws IOException {}

  @TestFactory
  Stream<DynamicTest> refusesEveryRow() {
    return stream(file.get("refused")).map(row -> DynamicTest.dynamicTest(row.get("name").asText(), () -> {
      List<NoCodeFinding> findings = check.file(row.get("language").asText(), xml(row));
      String code = row.get("code").asText();
      Set<String> expected = new TreeSet<>(Set.of(code));
      if (row.has("also")) stream(row.get("also")).forEach(also -> expected.add(also.asText()));
      assertEquals(expected, findings.stream().map(NoCodeFinding::code).collect(Collectors.toCollection(TreeSet::new)));
      NoCodeFinding main = findings.stream().filter(finding -> finding.code().equals(code)).findFirst().orElseThrow();
      assertEquals(row.get("elementId").isNull() ? null : row.get("elementId").asText(), main.elementId());
    }));
  }

  @TestFactory
  Stream<DynamicTest> acceptsWhatPacksUse() {
    return stream(file.get("allowed")).map(row -> DynamicTest.dynamicTest(row.get("name").asText(),
        () -> assertEquals(List.of(), check.file(row.get("language").asText(), xml(row)))));
  }

  @Test
  void judgesAFileByTheEndOfItsName() {
    byte[] script = xml(file.get("refused").get(0));
    assertFalse(check.resource("a.dmn.bpmn", script).isEmpty());
    for (String name : List.of("a.groovy", "a.cmmn", "abpmn", "a.form", "a.BPMN")) {
      assertEquals("resource-kind", check.resource(name, script).get(0).code());
    }
  }

  private byte[] xml(JsonNode row) {
    String template = file.get("templates").get(row.get("language").asText()).asText();
    return template.replace("{prolog}", row.path("prolog").asText()).replace("{definitions}", row.path("definitions").asText())
        .replace("{body}", row.get("body").asText()).getBytes(StandardCharsets.UTF_8);
  }

  private static Stream<JsonNode> stream(JsonNode array) {
    return StreamSupport.stream(array.spliterator(), false);
  }
}
