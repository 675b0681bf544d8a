import catalogue from '../../data/errors.json' with { type: 'json' };

export type ErrorCode = keyof typeof catalogue;
export type Locale = 'zh-CN' | 'en';
export type Text = { 'zh-CN': string; en: string };

/** One thing wrong in the input: where it is and which rule it breaks. */
export interface FieldProblem {
  /** Dotted path in the request, e.g. `applicant.idNumber`. */
  path: string;
  /** RFC 6901 pointer of the same place. */
  pointer: string;
  label?: string;
  message: Text;
  rule: string;
}

/**
 * The one error of the server: a stable `code` of the catalogue, its HTTP status, and texts for people.
 * `message` (English, with parameters) is for the log and must carry no personal data.
 */
export class AppError extends Error {
  readonly code: ErrorCode;
  readonly status: number;
  readonly params: Readonly<Record<string, string | number>>;
  readonly problems: readonly FieldProblem[];
  readonly extra: Readonly<Record<string, unknown>>;

  constructor(
    code: ErrorCode,
    options: {
      params?: Record<string, string | number>;
      problems?: readonly FieldProblem[];
      extra?: Record<string, unknown>;
      cause?: unknown;
    } = {},
  ) {
    const entry = catalogue[code];
    super(fill(entry.en, options.params ?? {}), options.cause === undefined ? {} : { cause: options.cause });
    this.name = 'AppError';
    this.code = code;
    this.status = entry.status;
    this.params = options.params ?? {};
    this.problems = options.problems ?? [];
    this.extra = options.extra ?? {};
  }

  /** The sentence for the user in both languages. */
  both(): Text {
    return { 'zh-CN': this.userMessage('zh-CN'), en: this.userMessage('en') };
  }

  /** The sentence for the user, in the wanted language. */
  userMessage(locale: Locale): string {
    return fill(catalogue[this.code][locale], this.params);
  }
}

function fill(text: string, params: Readonly<Record<string, string | number>>): string {
  return text.replace(/\{(\w+)\}/g, (whole, name: string) => String(params[name] ?? whole));
}
