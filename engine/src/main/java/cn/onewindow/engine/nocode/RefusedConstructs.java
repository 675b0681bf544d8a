package cn.onewindow.engine.nocode;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Set;

/** refused-constructs.json: the same file that checkNoCode of the TypeScript side reads. */
@JsonIgnoreProperties("comment")
record RefusedConstructs(int schemaVersion, Set<String> camundaNamespaces, Set<String> allowedCamundaElements,
                         Set<String> allowedCamundaAttributes, Set<String> reservedNames, Set<String> feelFunctions,
                         List<Rule> rules) {

  record Rule(String code, String language, Match match, String zh, String en) {

    boolean appliesTo(String fileLanguage) {
      return language.equals(fileLanguage) || language.equals("both");
    }
  }

  /** What a rule looks for; lists that a rule does not use are null. */
  record Match(String kind, List<String> names, String namespace, List<String> elements, List<String> except,
               List<String> parents, List<String> suffixes) {

    boolean names(String name) {
      return names != null && names.contains(name);
    }

    boolean onlyCamunda() {
      return "camunda".equals(namespace);
    }
  }

  static RefusedConstructs read() {
    try (InputStream file = RefusedConstructs.class.getResourceAsStream("/refused-constructs.json")) {
      return new ObjectMapper().readValue(file, RefusedConstructs.class);
    } catch (IOException unreadable) {
      throw new UncheckedIOException("refused-constructs.json", unreadable);
    }
  }

  /** The rule whose kind of match is unique in the file, for example {@code doctype}. */
  Rule ruleOfKind(String kind) {
    return rules.stream().filter(rule -> rule.match().kind().equals(kind)).findFirst().orElseThrow();
  }
}
