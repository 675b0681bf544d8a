declare module '@bpmn-io/element-templates-validator' {
  export function validateAll(templates: readonly object[]): {
    readonly valid: boolean;
    readonly results: readonly { readonly valid: boolean; readonly errors?: unknown }[];
  };
}
