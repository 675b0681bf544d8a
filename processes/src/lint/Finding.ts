import messages from './lint-messages.json' with { type: 'json' };

export type FindingCode = keyof typeof messages;

/** What lint found, in plain words; `element` is the id of the BPMN or DMN element or the key of the form field. */
export interface Finding {
  /** One of {@link FindingCode}, `bpmnlint/<rule>`, or a code of the no-code check. */
  readonly code: string;
  /** A pack with errors is not published; warnings are advice. */
  readonly severity: 'error' | 'warning';
  readonly file: string;
  readonly element?: string;
  readonly zh: string;
  readonly en: string;
}

export const findingCodes = Object.keys(messages) as FindingCode[];

/** Makes a finding from the catalogue; `{name}` in its sentences is taken from `params`, `file` or `element`. */
export function finding(
  code: FindingCode,
  place: { readonly file: string; readonly element?: string | undefined },
  params: Readonly<Record<string, string | number>> = {},
): Finding {
  const { severity, zh, en } = messages[code];
  const values: Record<string, string | number> = {
    file: place.file,
    element: place.element ?? '',
    ...params,
  };
  const fill = (text: string) =>
    text.replace(/(?<!\$)\{(\w+)\}/g, (whole, name: string) =>
      Object.hasOwn(values, name) ? String(values[name]) : whole,
    );
  return {
    code,
    severity: severity === 'warning' ? 'warning' : 'error',
    file: place.file,
    ...(place.element ? { element: place.element } : {}),
    zh: fill(zh),
    en: fill(en),
  };
}
