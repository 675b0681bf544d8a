import { variablesOf } from '../expression/evaluateExpression.ts';
import { parseExpression } from '../expression/parseExpression.ts';
import { MANIFEST } from '../pack/packFiles.ts';
import type { PackManifest } from '../schema/packSchema.ts';
import { startVariables } from '../schema/processVariables.ts';
import { declaredVariables } from './declaredVariables.ts';
import { type Finding, finding } from './Finding.ts';
import type { ManifestUnderLint } from './LintContext.ts';

interface Condition {
  readonly path: string;
  readonly when: string;
  /** Asked before anybody has worked on the case: only the application is known. */
  readonly atIntake: boolean;
}

/** Every `when` of the manifest asks about variables that are declared, and known by then. */
export function lintConditions(pack: ManifestUnderLint): Finding[] {
  const declared = new Set(declaredVariables(pack).keys());
  const early = new Set<string>([
    ...startVariables,
    ...pack.manifest.intakeVariables.map(({ name }) => name),
  ]);
  return conditionsOf(pack.manifest).flatMap(({ path, when, atIntake }) =>
    variablesOf(parseExpression(when))
      .filter((variable) => !(atIntake ? early : declared).has(variable))
      .map((variable) =>
        finding('conditionVariable', { file: MANIFEST, path: `${path}.when` }, { path, variable }),
      ),
  );
}

function conditionsOf({
  limits,
  materials,
  questions,
  fees,
  commitment,
  hearing,
  theme,
  dispatch,
  steps,
}: PackManifest): Condition[] {
  const list = (path: string, atIntake: boolean, entries: readonly { when?: string | undefined }[] = []) =>
    entries.flatMap(({ when }, index) =>
      when === undefined ? [] : [{ path: `${path}.${index}`, when, atIntake }],
    );
  const single = (path: string, atIntake: boolean, part: { when?: string | undefined } | undefined) =>
    part?.when === undefined ? [] : [{ path, when: part.when, atIntake }];
  return [
    ...list('limits.variants', false, limits.variants),
    ...list('materials', true, materials),
    ...list('questions', true, questions),
    ...list('fees', true, fees),
    ...fees.flatMap(({ exemptions }, index) => list(`fees.${index}.exemptions`, true, exemptions)),
    ...single('commitment', true, commitment),
    ...single('hearing', false, hearing),
    ...list('theme.items', true, theme?.items),
    ...list('dispatch.levels', true, dispatch?.levels),
    ...Object.entries(steps).flatMap(([key, { escalate }]) => list(`steps.${key}.escalate`, false, escalate)),
  ];
}
