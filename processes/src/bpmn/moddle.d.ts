/** The little that is used of the untyped BPMN and DMN readers. */
interface ModdleWarning {
  message: string;
  element?: { id?: string };
  property?: string;
  value?: unknown;
}

interface ModdleResult {
  rootElement: import('./moddleElement.ts').ModdleElement;
  warnings: ModdleWarning[];
}

declare module 'bpmn-moddle' {
  export class BpmnModdle {
    constructor(packages?: Record<string, unknown>);
    fromXML(xml: string): Promise<ModdleResult>;
    toXML(element: object, options?: { format?: boolean }): Promise<{ xml: string }>;
  }
}

declare module 'dmn-moddle' {
  export class DmnModdle {
    constructor(packages?: Record<string, unknown>);
    fromXML(xml: string): Promise<ModdleResult>;
    toXML(element: object, options?: { format?: boolean }): Promise<{ xml: string }>;
  }
}

declare module 'bpmnlint' {
  export type Report = { id?: string; message: string; category: string };
  export class Linter {
    constructor(options: { config: { rules: Record<string, string> }; resolver: unknown });
    lint(root: import('./moddleElement.ts').ModdleElement): Promise<Record<string, Report[]>>;
  }
}

declare module 'bpmnlint/lib/resolver/static-resolver.js' {
  export default class StaticResolver {
    constructor(cache: Record<string, unknown>);
  }
}

declare module 'bpmnlint/rules/*.js' {
  type ModdleElement = import('./moddleElement.ts').ModdleElement;
  interface Reporter {
    report(id: string, message: string): void;
  }
  /** `false` on entering: what is inside of the node is left alone. */
  export type Visit = (node: ModdleElement, reporter: Reporter) => unknown;
  export interface Rule {
    readonly check: Visit | { readonly enter?: Visit; readonly leave?: Visit };
  }
  const rule: () => Rule;
  export default rule;
}
