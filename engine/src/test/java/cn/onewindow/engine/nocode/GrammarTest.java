package cn.onewindow.engine.nocode;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.File;
import java.io.IOException;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;

/** The vectors of fixtures/expressions.json, which the TypeScript side is held to as well. */
class GrammarTest {

  private final RefusedConstructs constructs = RefusedConstructs.read();
  private final ExpressionGrammar expressions = new ExpressionGrammar(constructs.reservedNames());
  private final FeelGrammar feel = new FeelGrammar(constructs.feelFunctions());

  @Test
  void keepsToTheVectorsOfProcesses() throws IOException {
    assertVectors("juel", expressions::allows);
  }

  @Test
  void keepsToTheVectorsOfDecisions() throws IOException {
    assertVectors("feelExpression", feel::allowsExpression);
    assertVectors("feelUnaryTests", feel::allowsUnaryTests);
  }

  @Test
  void refusesWhatIsNestedBeyondReason() {
    assertEquals(false, expressions.allows("${" + "(".repeat(1900) + "a" + ")".repeat(1900) + "}"));
    assertEquals(false, feel.allowsExpression("-".repeat(3900) + "a"));
  }

  private static void assertVectors(String grammar, Predicate<String> allows) throws IOException {
    JsonNode vectors = new ObjectMapper().readTree(new File("fixtures/expressions.json")).get(grammar);
    for (JsonNode source : vectors.get("allowed")) assertEquals(true, allows.test(source.asText()), source.asText());
    for (JsonNode source : vectors.get("refused")) assertEquals(false, allows.test(source.asText()), source.asText());
  }
}
