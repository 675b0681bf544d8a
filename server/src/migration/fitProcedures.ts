import { type MigrationFinding, migrationFinding } from '@onewindow/processes/migration';
import type { CaseDocument } from '../cases/model.ts';
import type { Variables } from '../catalog/conditionHolds.ts';
import type { ClockDocument } from '../clocks/model.ts';
import { isAskedFor } from '../intake/isAskedFor.ts';
import type { PlannedPair } from './planPair.ts';

/** What of the case's own course the new version does not know: procedures, opinions, panels, commitment, materials. */
export function fitProcedures(options: {
  subject: CaseDocument;
  pair: Pick<PlannedPair, 'before' | 'after'>;
  clocks: readonly ClockDocument[];
  /** Start variables as the new version reads them: they decide which materials are asked for. */
  variables: Variables;
}): MigrationFinding[] {
  const { subject, pair, clocks, variables } = options;
  const { pack } = pair.after;
  const old = pair.before.pack;
  const paused = clocks.flatMap(({ pauses }) =>
    pauses.flatMap(({ procedure, to }) => (procedure === undefined || to !== undefined ? [] : [procedure])),
  );
  const gone = [...new Set(paused)].filter((key) =>
    pack.specialProcedures.every((entry) => entry.key !== key),
  );
  const joint = (subject.joint ?? []).filter(({ key }) => pack.joint.every((rule) => rule.key !== key));
  const panels = (subject.panels ?? []).filter(({ step }) => pack.steps[step]?.panel === undefined);
  const signed = subject.commitment !== undefined && subject.commitment.state !== 'barred';
  const held = new Set(subject.materials.map(({ key }) => key));
  const lacking = pair.after
    .operation(subject.operation)
    .materials.flatMap((key) => (held.has(key) ? [] : (pair.after.material(key) ?? [])))
    .filter((material) => isAskedFor(material, variables));
  return [
    ...gone.map((key) => {
      const name = old.specialProcedures.find((entry) => entry.key === key)?.name ?? key;
      return migrationFinding('procedureGone', { name }, key);
    }),
    ...joint.map(({ key }) => migrationFinding('jointGone', { name: key }, key)),
    ...panels.map(({ step }) => migrationFinding('panelGone', { name: old.steps[step]?.name ?? step }, step)),
    ...(signed && pack.commitment === undefined ? [migrationFinding('commitmentGone')] : []),
    ...lacking.map(({ key, name }) => migrationFinding('materialMissing', { name }, key)),
  ];
}
