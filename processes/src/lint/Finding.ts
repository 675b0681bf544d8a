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

/**
 * Makes a finding from the catalogue; `{name}` in its sentences is taken from `params`, `file` or `element`. What has no name of its own
 * is a text in both languages that describes it: it takes the place of the name and of its quotation marks.
 */
export function finding(
  code: FindingCode,
  place: { readonly file: string; readonly element?: string | undefined; readonly path?: string | undefined },
  params: Readonly<Record<string, string | number | Text>> = {},
): Finding {
  const { severity, zh, en } = messages[code];
  const values: Record<string, string | number | Text> = {
    file: place.file,
    element: place.element ?? '',
    ...params,
  };
  const plain = Object.entries(params).map(([name, value]) => [name, inWords(value, 'zh-CN')] as const);
  const fill = (text: string, language: keyof Text) =>
    capitalised(
      text.replace(/“\{(\w+)\}”|(?<!\$)\{(\w+)\}/g, (whole, quoted?: string, bare?: string) => {
        const value = values[quoted ?? bare ?? ''];
        if (value === undefined) return whole;
        const words = String(inWords(value, language));
        return quoted === undefined || typeof value === 'object' ? words : `“${words}”`;
      }),
    );
  return {
    code,
    severity: severity === 'warning' ? 'warning' : 'error',
    file: place.file,
    ...(place.element ? { element: place.element } : {}),
    ...(place.path ? { path: place.path } : {}),
    zh: fill(zh, 'zh-CN'),
    en: fill(en, 'en'),
    help: { 'zh-CN': helps[code].zh, en: helps[code].en },
    ...(plain.length > 0 ? { params: Object.fromEntries(plain) } : {}),
  };
}

function inWords(value: string | number | Text, language: keyof Text): string | number {
  return typeof value === 'object' ? value[language] : value;
}

/** A description may begin a sentence. */
function capitalised(sentence: string): string {
  return sentence.replace(/^the /, 'The ');
}
