import data from '../main/resources/refused-constructs.json' with { type: 'json' };

/** What one rule looks for; `element` and `attribute` compare local names, whatever the namespace unless it says so. */
export type RefusedMatch = {
  kind:
    | 'doctype'
    | 'element'
    | 'attribute'
    | 'expression'
    | 'feelExpression'
    | 'feelUnaryTests'
    | 'unlistedExtension'
    | 'resourceKind'
    | 'notWellFormed';
  names?: string[];
  /** `camunda`: only in one of the engine's own namespaces. */
  namespace?: string;
  /** Elements that must carry the attribute for the rule to apply. */
  elements?: string[];
  /** Attribute values that are fine. */
  except?: string[];
  /** Parents of the `text` element that a FEEL rule reads. */
  parents?: string[];
  suffixes?: string[];
};

export type RefusedRule = {
  code: string;
  language: 'bpmn' | 'dmn' | 'both' | 'deployment';
  match: RefusedMatch;
  zh: string;
  en: string;
};

export type RefusedConstructs = {
  schemaVersion: number;
  camundaNamespaces: string[];
  allowedCamundaElements: string[];
  allowedCamundaAttributes: string[];
  reservedNames: string[];
  feelFunctions: string[];
  rules: RefusedRule[];
};

/** The list of what a pack must not contain: the same file that the engine's parse guard reads. */
export const refusedConstructs: RefusedConstructs = data as RefusedConstructs;
