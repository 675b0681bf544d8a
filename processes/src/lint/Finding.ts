import type { Text } from '../schema/text.ts';
import helps from './lint-help.json' with { type: 'json' };
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
  /** Place in `pack.yaml`, such as `limits.variants.0.promised`. */
  readonly path?: string;
  readonly zh: string;
  readonly en: string;
  /** What to do about it. */
  readonly help: Text;
  /** What the sentences name, for those who act on it (`fixes`). */
  readonly params?: Readonly<Record<string, string | number>>;
}

export const findingCodes = Object.keys(messages) as FindingCode[];

/** Makes a finding from the catalogue; `{name}` in its sentences is taken from `params`, `file` or `element`. */
export function finding(
  code: FindingCode,
  place: { readonly file: string; readonly element?: string | undefined; readonly path?: string | undefined },
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
    ...(place.path ? { path: place.path } : {}),
    zh: fill(zh),
    en: fill(en),
    help: { 'zh-CN': helps[code].zh, en: helps[code].en },
    ...(Object.keys(params).length > 0 ? { params } : {}),
  };
}
