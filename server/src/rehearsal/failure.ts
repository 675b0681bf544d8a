import texts from './rehearsal-texts.json' with { type: 'json' };

export type Place = readonly (string | number)[];
export type FailureCode = keyof typeof texts.failures;

/** What is not as a scenario expects, and where it says so. */
export interface Failure {
  readonly code: FailureCode;
  /** Path inside the pack. */
  readonly file: string;
  /** Line of the file, from 1. */
  readonly line: number;
  /** Place in the file, such as `steps.2.expect.clocks.statutory.due`. */
  readonly path: string;
  readonly zh: string;
  readonly en: string;
}

/** Sentences of a failure, `{name}` filled in. */
export function failure(
  code: FailureCode,
  params: Readonly<Record<string, unknown>> = {},
): Pick<Failure, 'code' | 'zh' | 'en'> {
  const fill = (text: string) =>
    text.replace(/\{(\w+)\}/g, (whole, name: string) => (name in params ? written(params[name]) : whole));
  const { zh, en } = texts.failures[code];
  return { code, zh: fill(zh), en: fill(en) };
}

function written(value: unknown): string {
  if (value === undefined) return '—';
  return typeof value === 'string' ? value : JSON.stringify(value);
}
