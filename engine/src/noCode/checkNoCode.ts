import { holdsExpression, isAllowedExpression } from './isAllowedExpression.ts';
import { isAllowedFeelExpression, isAllowedFeelUnaryTests } from './isAllowedFeel.ts';
import { readXml, type XmlAttribute, type XmlElement, XmlRefused } from './readXml.ts';
import { type RefusedMatch, type RefusedRule, refusedConstructs } from './refusedConstructs.ts';

/** One refused construct; the engine's parse guard reports the same `code` and `elementId` for the same file. */
export type NoCodeFinding = {
  /** Rule code of refused-constructs.json, for example `script-task`. */
  code: string;
  /** `id` of the element or of its nearest ancestor that has one. */
  elementId: string | null;
  /** Local name of the element. */
  element: string;
  /** Attribute or expression that offends; empty when the element itself does. */
  detail: string;
  /** 1-based line in the XML. */
  line: number;
  zh: string;
  en: string;
};

export type NoCodeInput = { bpmnXml: string } | { dmnXml: string };

/**
 * Checks a BPMN or DMN file against the rule *packs run no code* (architecture.md, security posture):
 * refused-constructs.json and the allow-list grammars of expressions. An empty answer means that the engine's
 * own guard accepts the file too. Never throws: a file that is no XML is a finding.
 */
export function checkNoCode(input: NoCodeInput): NoCodeFinding[] {
  const language = 'bpmnXml' in input ? 'bpmn' : 'dmn';
  const rules = refusedConstructs.rules.filter(
    (rule) => rule.language === language || rule.language === 'both',
  );
  try {
    const root = readXml('bpmnXml' in input ? input.bpmnXml : input.dmnXml);
    const findings: NoCodeFinding[] = [];
    walk({ element: root, parent: null, id: null }, { rules, mayOffend: watchFor(rules) }, findings);
    return findings;
  } catch (error) {
    if (!(error instanceof XmlRefused)) throw error;
    const rule = rules.find(({ match }) => match.kind === error.reason);
    if (rule === undefined) throw error;
    return [finding(rule, { element: null, parent: null, id: null }, error.message)];
  }
}

type Place = { element: XmlElement | null; parent: XmlElement | null; id: string | null };
type Visited = Place & { element: XmlElement };

interface Watch {
  readonly rules: RefusedRule[];
  /** False for an element that no rule can be about: most of a drawing. */
  mayOffend(element: XmlElement): boolean;
}

function watchFor(rules: readonly RefusedRule[]): Watch['mayOffend'] {
  const namesOf = (kind: RefusedMatch['kind']) =>
    new Set(rules.flatMap(({ match }) => (match.kind === kind ? (match.names ?? []) : [])));
  const [elements, attributes] = [namesOf('element'), namesOf('attribute')];
  return ({ namespace, name, attributes: own, text }) =>
    name === 'text' ||
    elements.has(name) ||
    isCamunda(namespace) ||
    holdsExpression(text) ||
    own.some((one) => attributes.has(one.name) || isCamunda(one.namespace) || holdsExpression(one.value));
}

function walk({ element, parent, id: inherited }: Visited, watch: Watch, findings: NoCodeFinding[]): void {
  const own = element.attributes.find(({ namespace, name }) => namespace === '' && name === 'id')?.value;
  const id = own ?? inherited;
  if (watch.mayOffend(element))
    for (const rule of watch.rules)
      for (const detail of violations(rule.match, element, parent, watch.rules))
        findings.push(finding(rule, { element, parent, id }, detail));
  for (const child of element.children) walk({ element: child, parent: element, id }, watch, findings);
}

/** The details of every violation of one rule by one element; `['']` when the element itself is refused. */
function violations(
  match: RefusedMatch,
  element: XmlElement,
  parent: XmlElement | null,
  rules: RefusedRule[],
): string[] {
  switch (match.kind) {
    case 'element': {
      if (match.namespace === 'camunda' && !isCamunda(element.namespace)) return [];
      return match.names?.includes(element.name) ? [''] : [];
    }
    case 'attribute':
      return element.attributes
        .filter((attribute) => isRefusedAttribute(match, element, attribute))
        .map(shown);
    case 'expression': {
      const texts = [...element.attributes.map(({ value }) => value), element.text];
      return texts.filter((text) => holdsExpression(text) && !isAllowedExpression(text)).map(shorten);
    }
    case 'feelExpression':
    case 'feelUnaryTests': {
      if (element.name !== 'text' || !match.parents?.includes(parent?.name ?? '')) return [];
      const isAllowed = match.kind === 'feelExpression' ? isAllowedFeelExpression : isAllowedFeelUnaryTests;
      return element.children.length === 0 && isAllowed(element.text) ? [] : [shorten(element.text)];
    }
    case 'unlistedExtension':
      return unlistedExtensions(element, rules);
    default:
      return [];
  }
}

function isRefusedAttribute(match: RefusedMatch, element: XmlElement, attribute: XmlAttribute): boolean {
  if (!match.names?.includes(attribute.name)) return false;
  if (match.namespace === 'camunda' && !isCamunda(attribute.namespace)) return false;
  if (match.elements !== undefined && !match.elements.includes(element.name)) return false;
  return !match.except?.includes(attribute.value);
}

/** Engine extensions on no list: neither allowed, nor refused by a rule of their own. */
function unlistedExtensions(element: XmlElement, rules: RefusedRule[]): string[] {
  const details: string[] = [];
  const { allowedCamundaElements, allowedCamundaAttributes } = refusedConstructs;
  if (isCamunda(element.namespace) && !allowedCamundaElements.includes(element.name)) {
    if (!namedByRule(rules, 'element', element.name)) details.push(element.name);
  }
  for (const { namespace, name } of element.attributes) {
    if (!isCamunda(namespace) || allowedCamundaAttributes.includes(name)) continue;
    if (!namedByRule(rules, 'attribute', name)) details.push(name);
  }
  return details;
}

function namedByRule(rules: RefusedRule[], kind: 'element' | 'attribute', name: string): boolean {
  return rules.some(({ match }) => match.kind === kind && !match.elements && match.names?.includes(name));
}

function isCamunda(namespace: string): boolean {
  return refusedConstructs.camundaNamespaces.includes(namespace);
}

function shown({ name, value }: XmlAttribute): string {
  return shorten(`${name}="${value}"`);
}

function shorten(text: string): string {
  const oneLine = text.trim().replace(/\s+/g, ' ');
  return oneLine.length > 120 ? `${oneLine.slice(0, 117)}...` : oneLine;
}

function finding(rule: RefusedRule, { element, id }: Place, detail: string): NoCodeFinding {
  const fill = (text: string) => text.replace('{detail}', () => detail);
  return {
    code: rule.code,
    elementId: id,
    element: element?.name ?? '',
    detail,
    line: element?.line ?? 0,
    zh: fill(rule.zh),
    en: fill(rule.en),
  };
}
