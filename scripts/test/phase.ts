export interface PhaseResult {
  readonly passed: number;
  readonly failed: number;
  readonly skipped: number;
  /** One line for each thing that failed outside the test runner. */
  readonly problems: readonly string[];
  /** The tests that failed in the test runner, as far as it names their files. */
  readonly failures: readonly Failure[];
  /** One line for each thing that has to be told though nothing has failed. */
  readonly remarks: readonly string[];
}

export interface Failure {
  /** Path from the repository root. */
  readonly file: string;
  readonly name: string;
}

export interface Phase {
  readonly title: string;
  /**
   * Runs the phase; `only` limits it to files whose path contains it; `held` prints what it has to tell when it has ended,
   * since another runs beside it. Throws when it cannot be prepared.
   */
  run(choice: { readonly only: string | undefined; readonly held?: boolean }): Promise<PhaseResult>;
}

export const noResult: PhaseResult = {
  passed: 0,
  failed: 0,
  skipped: 0,
  problems: [],
  failures: [],
  remarks: [],
};

/** Two results as one. */
export function addResults(one: PhaseResult, other: PhaseResult): PhaseResult {
  return {
    passed: one.passed + other.passed,
    failed: one.failed + other.failed,
    skipped: one.skipped + other.skipped,
    problems: [...one.problems, ...other.problems],
    failures: [...one.failures, ...other.failures],
    remarks: [...one.remarks, ...other.remarks],
  };
}
