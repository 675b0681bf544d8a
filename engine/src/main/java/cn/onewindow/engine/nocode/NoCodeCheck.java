package cn.onewindow.engine.nocode;

import cn.onewindow.engine.nocode.RefusedConstructs.Match;
import cn.onewindow.engine.nocode.RefusedConstructs.Rule;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Holds a BPMN or DMN file against refused-constructs.json. Twin of checkNoCode.ts: same verdicts, same order. */
final class NoCodeCheck {

  private static final int LONGEST_DETAIL = 120;
  private final RefusedConstructs constructs;
  private final ExpressionGrammar expressions;
  private final FeelGrammar feel;

  NoCodeCheck(RefusedConstructs constructs) {
    this.constructs = constructs;
    this.expressions = new ExpressionGrammar(constructs.reservedNames());
    this.feel = new FeelGrammar(constructs.feelFunctions());
  }

  /** Checks one resource of a deployment, by the suffix of its name; what is neither BPMN nor DMN is refused. */
  List<NoCodeFinding> resource(String name, byte[] bytes) {
    Rule kinds = constructs.ruleOfKind("resourceKind");
    if (kinds.match().suffixes().stream().noneMatch(name::endsWith)) return List.of(finding(kinds, null, null, name));
    // by the end of the name, as the engine's deployers do: a.dmn.bpmn is a process
    return file(name.endsWith(".dmn") || name.endsWith(".dmn11.xml") ? "dmn" : "bpmn", bytes);
  }

  List<NoCodeFinding> file(String language, byte[] bytes) {
    List<Rule> rules = constructs.rules().stream().filter(rule -> rule.appliesTo(language)).toList();
    List<NoCodeFinding> findings = new ArrayList<>();
    try {
      walk(XmlElement.read(bytes), null, null, rules, findings);
    } catch (XmlElement.Refused refused) {
      findings.add(finding(constructs.ruleOfKind(refused.reason), null, null, refused.getMessage()));
    }
    return findings;
  }

  private void walk(XmlElement element, XmlElement parent, String inheritedId, List<Rule> rules, List<NoCodeFinding> findings) {
    String id = element.id() == null ? inheritedId : element.id();
    for (Rule rule : rules) {
      for (String detail : violations(rule.match(), element, parent, rules)) findings.add(finding(rule, element, id, detail));
    }
    for (XmlElement child : element.children) walk(child, element, id, rules, findings);
  }

  /** The details of every violation of one rule by one element; an empty text when the element itself is refused. */
  private List<String> violations(Match match, XmlElement element, XmlElement parent, List<Rule> rules) {
    return switch (match.kind()) {
      case "element" -> match.names(element.name) && (!match.onlyCamunda() || isCamunda(element.namespace))
          ? List.of("") : List.of();
      case "attribute" -> element.attributes.stream().filter(attribute -> isRefused(match, element, attribute))
          .map(attribute -> shorten(attribute.name() + "=\"" + attribute.value() + "\"")).toList();
      case "expression" -> Stream.concat(element.attributes.stream().map(XmlElement.Attribute::value), Stream.of(element.text()))
          .filter(text -> !expressions.allows(text)).map(NoCodeCheck::shorten).toList();
      case "feelExpression", "feelUnaryTests" -> feelViolations(match, element, parent);
      case "unlistedExtension" -> unlistedExtensions(element, rules);
      default -> List.of();
    };
  }

  private List<String> feelViolations(Match match, XmlElement element, XmlElement parent) {
    if (!element.name.equals("text") || parent == null || !match.parents().contains(parent.name)) return List.of();
    boolean allowed = match.kind().equals("feelExpression")
        ? feel.allowsExpression(element.text()) : feel.allowsUnaryTests(element.text());
    return allowed && element.children.isEmpty() ? List.of() : List.of(shorten(element.text()));
  }

  private boolean isRefused(Match match, XmlElement element, XmlElement.Attribute attribute) {
    return match.names(attribute.name())
        && (!match.onlyCamunda() || isCamunda(attribute.namespace()))
        && (match.elements() == null || match.elements().contains(element.name))
        && (match.except() == null || !match.except().contains(attribute.value()));
  }

  /** Engine extensions on no list: neither allowed, nor refused by a rule of their own. */
  private List<String> unlistedExtensions(XmlElement element, List<Rule> rules) {
    List<String> details = new ArrayList<>();
    if (isCamunda(element.namespace) && !constructs.allowedCamundaElements().contains(element.name)
        && !namedByRule(rules, "element", element.name)) {
      details.add(element.name);
    }
    for (XmlElement.Attribute attribute : element.attributes) {
      if (isCamunda(attribute.namespace()) && !constructs.allowedCamundaAttributes().contains(attribute.name())
          && !namedByRule(rules, "attribute", attribute.name())) {
        details.add(attribute.name());
      }
    }
    return details;
  }

  private static boolean namedByRule(List<Rule> rules, String kind, String name) {
    return rules.stream().map(Rule::match)
        .anyMatch(match -> match.kind().equals(kind) && match.elements() == null && match.names(name));
  }

  private boolean isCamunda(String namespace) {
    return constructs.camundaNamespaces().contains(namespace);
  }

  private static String shorten(String text) {
    String oneLine = text.strip().replaceAll("\\s+", " ");
    return oneLine.length() > LONGEST_DETAIL ? oneLine.substring(0, LONGEST_DETAIL - 3) + "..." : oneLine;
  }

  private static NoCodeFinding finding(Rule rule, XmlElement element, String id, String detail) {
    return new NoCodeFinding(rule.code(), id, element == null ? "" : element.name,
        element == null ? 0 : element.line, element == null ? 0 : element.column,
        rule.zh().replace("{detail}", detail), rule.en().replace("{detail}", detail));
  }
}
