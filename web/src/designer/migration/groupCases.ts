import type { PlannedCase } from '../../api/migrations.ts';

/** Cases of a plan for which it says the same: where they go on, which limits change, what is found. */
export interface CaseGroup {
  readonly key: string;
  /** Any of them: what they have in common is read from it. Dates of clocks are each one's own. */
  readonly sample: PlannedCase;
  readonly cases: readonly PlannedCase[];
}

/** Puts together what the plan says alike, what stays first, then the larger groups. */
export function groupCases(cases: readonly PlannedCase[]): CaseGroup[] {
  const groups = new Map<string, [PlannedCase, ...PlannedCase[]]>();
  for (const one of cases) {
    const key = JSON.stringify(saidOf(one));
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [one]);
    else group.push(one);
  }
  return [...groups]
    .map(([key, group]) => ({ key, sample: group[0], cases: group }))
    .sort(
      (one, other) =>
        Number(one.sample.fits) - Number(other.sample.fits) || other.cases.length - one.cases.length,
    );
}

function saidOf({ fits, tasks, clocks, findings }: PlannedCase) {
  return [
    fits,
    tasks.map(({ step, to }) => [step, to]),
    clocks.map(({ kind, before, after }) => [kind, before?.limit, after?.limit]),
    findings.map(({ code, element, en }) => [code, element, en]),
  ];
}
