/** Outcome of checking a code: fine, or the rule that failed with words for the user. */
export type CheckResult =
  | { readonly ok: true; readonly warning?: CheckFailure }
  | ({ readonly ok: false } & CheckFailure);

export interface CheckFailure {
  /** Stable key of the rule. */
  readonly rule: string;
  readonly zh: string;
  readonly en: string;
}

export const passed: CheckResult = { ok: true };

export function failed(rule: string, zh: string, en: string): CheckResult {
  return { ok: false, rule, zh, en };
}
