/** Language of a user; zh-CN is the base of every form. */
export type Locale = 'zh-CN' | 'en';

/** A text in both languages. */
export interface Text {
  readonly 'zh-CN': string;
  readonly en: string;
}

/** JSON as it comes from a pack: nothing is known about it until it is looked at. */
export type JsonObject = { readonly [key: string]: unknown };

/** A form of a pack in Form.io's notation. */
export interface FormDefinition extends JsonObject {
  readonly components: readonly unknown[];
}

/** What the user filled in, by key. */
export type FormData = { [key: string]: unknown };

/** A file that was uploaded beforehand, as it stands in a submission. `size` in bytes. */
export interface FileReference {
  readonly id: string;
  readonly name: string;
  readonly size: number;
  readonly mediaType: string;
}

/** One thing that is wrong with a submission. */
export interface FieldProblem {
  /** Dotted, rows in brackets: `members[1].name`. */
  readonly path: string;
  /** RFC 6901: `/members/1/name`. */
  readonly pointer: string;
  /** Label of the field in the language asked for. */
  readonly label: string;
  /** Sentence in the language asked for, naming the field. */
  readonly message: string;
  /** The same sentence in English. */
  readonly messageEn: string;
  /** Stable name of the rule: `required`, `type`, `maxLength`, … */
  readonly rule: string;
}

/** True for `{…}`, false for arrays, null and everything else. */
export function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
