import { MANIFEST } from '../pack/packFiles.ts';
import type { Variable } from '../schema/stepSchema.ts';
import { type Finding, type FindingCode, finding } from './Finding.ts';
import type { PackUnderLint } from './LintContext.ts';
import { lintDaysFrom } from './lintDaysFrom.ts';
import { type FormField, isDay } from './readForm.ts';
import { sourceExists } from './sourceExists.ts';

/** Pointers and sources of `pack.yaml` lead to fields that exist and fit. */
export function lintBindings(pack: PackUnderLint): Finding[] {
  const { manifest, forms } = pack;
  const found: Finding[] = [];
  const add = (code: FindingCode, element: string | undefined, params: Record<string, string>) =>
    found.push(finding(code, { file: MANIFEST, element }, params));
  const fieldAt = (form: string, pointer: string): FormField | undefined =>
    forms.get(form)?.fields.find(({ path, input }) => input && path === pointer);
  const point = (name: string, form: string, pointer: string, step?: string) => {
    if (forms.has(form) && !fieldAt(form, pointer)) add('pointerDangling', step, { name, pointer, form });
  };
  /** A day that is counted from or to; a form that lacks it gives the default. */
  const bindDay = (variable: Variable, form: string, pointer: string, step?: string) => {
    const field = fieldAt(form, pointer);
    if (!field) {
      if (variable.default === undefined) point(variable.name, form, pointer, step);
    } else if (!isDay(field)) add('variableNoDay', step, { name: variable.name, pointer });
  };
  const bind = (variable: Variable, form: string, step?: string) => {
    const field = fieldAt(form, variable.from);
    if (variable.daysFrom?.startsWith('/')) bindDay(variable, form, variable.daysFrom, step);
    else if (variable.daysFrom !== undefined) found.push(...lintDaysFrom(variable, pack, step));
    if ((variable.daysFrom ?? variable.daysSince) !== undefined)
      return bindDay(variable, form, variable.from, step);
    if (!field)
      return variable.default === undefined ? point(variable.name, form, variable.from, step) : undefined;
    if (!fits(variable.type, field.type))
      add('variableType', step, { name: variable.name, type: variable.type, pointer: variable.from });
  };
  for (const operation of manifest.operations) {
    for (const variable of manifest.intakeVariables) bind(variable, operation.intakeForm);
    for (const { to, from } of operation.prefill) {
      point(operation.key, operation.intakeForm, `/${to}`);
      if (!sourceExists(from, pack)) add('sourceUnknown', undefined, { name: to, source: from });
    }
  }
  const { limits, operations } = manifest;
  const mayExtend = [limits, ...(limits.variants ?? []), ...operations.map((entry) => entry.limits)].some(
    (part) => part !== undefined && 'extension' in part && part.extension !== undefined,
  );
  for (const [key, step] of Object.entries(manifest.steps)) {
    const name = step.name['zh-CN'];
    for (const variable of step.variables) bind(variable, step.form, key);
    if (step.outcomeField) point(name, step.form, step.outcomeField, key);
    for (const { to, from } of step.prefill) {
      point(name, step.form, `/${to}`, key);
      if (!sourceExists(from, pack)) add('sourceUnknown', key, { name: to, source: from });
    }
    for (const effect of step.effects) {
      for (const outcome of effect.on ?? []) {
        if (!step.outcomes.some((entry) => entry.key === outcome))
          add('effectOutcome', key, { name, outcome });
      }
      const procedure = procedureOf(effect);
      if (procedure && !manifest.specialProcedures.some((entry) => entry.key === procedure)) {
        add('procedureUnknown', key, { name, procedure });
      }
      if ('startSpecialProcedure' in effect) {
        point(name, step.form, effect.startSpecialProcedure.reasonFrom, key);
        point(name, step.form, effect.startSpecialProcedure.expectedDaysFrom, key);
      }
      if ('extendLimit' in effect) {
        for (const pointer of Object.values(effect.extendLimit)) point(name, step.form, pointer, key);
        if (step.role !== 'head' || !mayExtend) add('extensionUnfounded', key, { name });
      }
      if ('recordExternal' in effect) {
        const { numberFrom, statusFrom } = effect.recordExternal;
        for (const pointer of [numberFrom, statusFrom]) if (pointer) point(name, step.form, pointer, key);
      }
      if ('dispatch' in effect) {
        const { reasonFrom, amountFrom, untilFrom, levelFrom, categoryFrom } = effect.dispatch;
        for (const pointer of [reasonFrom, amountFrom, untilFrom, levelFrom, categoryFrom])
          if (pointer !== undefined) point(name, step.form, pointer, key);
      }
    }
  }
  const effects = Object.values(manifest.steps).flatMap((step) => step.effects);
  for (const { key } of manifest.specialProcedures) {
    const kinds = new Set(
      effects
        .filter((effect) => procedureOf(effect) === key)
        .map((effect) => 'startSpecialProcedure' in effect),
    );
    if (kinds.size === 1) add('procedureNeverEnds', undefined, { procedure: key });
  }
  return found;
}

function procedureOf(effect: PackUnderLint['manifest']['steps'][string]['effects'][number]): string | null {
  if ('startSpecialProcedure' in effect) return effect.startSpecialProcedure.procedure;
  return 'endSpecialProcedure' in effect ? effect.endSpecialProcedure.procedure : null;
}

function fits(type: Variable['type'], component: string): boolean {
  if (type === 'number') return ['number', 'currency'].includes(component);
  if (type === 'boolean') return component === 'checkbox';
  return ![
    'number',
    'currency',
    'checkbox',
    'selectboxes',
    'datagrid',
    'editgrid',
    'container',
    'file',
  ].includes(component);
}
