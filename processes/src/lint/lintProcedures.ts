import { ruleSets } from '@onewindow/clocks';
import { elementOf, type ModdleElement, textOf } from '../bpmn/readBpmn.ts';
import { MANIFEST } from '../pack/packFiles.ts';
import { parseSource } from '../schema/sourceSchema.ts';
import { type Finding, type FindingCode, finding } from './Finding.ts';
import { optionsOf } from './inputDomains.ts';
import type { ManifestUnderLint } from './LintContext.ts';

/** Commitment, hearing, joint opinions, panels and checks: clocks, outcomes, forms and articles are there. */
export function lintProcedures(pack: ManifestUnderLint): Finding[] {
  const { manifest, forms } = pack;
  const { commitment, hearing, joint, steps, materials } = manifest;
  const found: Finding[] = [];
  const add = (code: FindingCode, path: string, params: Record<string, string> = {}) =>
    found.push(finding(code, { file: MANIFEST, path }, { path, ...params }));
  const outcomes = (path: string, step: string, keys: readonly string[]) => {
    const known = steps[step]?.outcomes.map(({ key }) => key);
    for (const name of keys)
      if (known && !known.includes(name)) add('partOutcomeUnknown', path, { step, name });
  };
  if (commitment) {
    const { limit, step, failOutcomes, correction } = commitment.verification;
    if (!limit) add('commitmentWithoutLimit', 'commitment.verification');
    outcomes('commitment.verification.failOutcomes', step, failOutcomes);
    if (correction) {
      outcomes('commitment.verification.correction.outcomes', step, correction.outcomes);
      outcomes('commitment.verification.failOutcomes', correction.step, failOutcomes);
    }
    const known = materials.map(({ key }) => key);
    for (const name of commitment.waives)
      if (!known.includes(name)) add('commitmentMaterialUnknown', 'commitment.waives', { name });
  }
  if (hearing?.procedure && !manifest.specialProcedures.some(({ key }) => key === hearing.procedure))
    add('partProcedureUnknown', 'hearing.procedure', { name: hearing.procedure });
  if (hearing?.course) {
    const { requestStep, requested, arrangeStep, dayFrom, timeFrom, placeFrom, partyFrom } = hearing.course;
    outcomes('hearing.course.requested', requestStep, requested);
    for (const [key, step, pointer] of [
      ['dayFrom', arrangeStep, dayFrom],
      ['timeFrom', arrangeStep, timeFrom],
      ['placeFrom', arrangeStep, placeFrom],
      ['partyFrom', requestStep, partyFrom],
    ] as const) {
      const form = forms.get(steps[step]?.form ?? '');
      if (form && pointer !== undefined && !form.fields.some(({ path, input }) => input && path === pointer))
        add('pointerDangling', `hearing.course.${key}`, { name: step, pointer, form: form.path });
    }
  }
  joint.forEach(({ opinions, silence }, index) => {
    opinions.forEach(({ step, agree, dissent }, at) => {
      outcomes(`joint.${index}.opinions.${at}`, step, [...agree, ...dissent]);
    });
    if (silence?.means === 'agree' && !silence.cite) add('silenceNotCited', `joint.${index}.silence`);
  });
  for (const [key, { panel, name, fourEyes, transferTo }] of Object.entries(steps)) {
    if (typeof fourEyes !== 'boolean' && fourEyes.includes(key))
      add('fourEyesItself', `steps.${key}.fourEyes`, { name: name['zh-CN'] });
    for (const twice of new Set(transferTo.filter((id, at) => transferTo.indexOf(id) !== at)))
      add('keyTwice', `steps.${key}.transferTo`, { name: twice });
    if (!panel) continue;
    const place = `steps.${key}.panel`;
    if (!panel.form) add('panelFormMissing', `${place}.form`, { name: name['zh-CN'] });
    if (!panel.chairForm) add('panelChairFormMissing', `${place}.chairForm`, { name: name['zh-CN'] });
    if (panel.members) {
      const { recuse, chairStep, agree, count } = panel.members;
      outcomes(`${place}.members.recuse`, key, recuse);
      outcomes(`${place}.members.agree`, chairStep, agree);
      const loop = pack.process?.nodes.get(key)?.element;
      if (loop && loopCardinality(loop) !== `\${${count}}`)
        add('panelNotParallel', `${place}.members.count`, { name: name['zh-CN'], count });
    }
    const form = panel.form ? forms.get(panel.form) : undefined;
    if (form && !form.fields.some(({ path, input }) => input && path === panel.conclusion.field))
      add('pointerDangling', `${place}.conclusion.field`, {
        name: name['zh-CN'],
        pointer: panel.conclusion.field,
        form: form.path,
      });
  }
  if (manifest.publication && !manifest.limits.publication && !ruleSets.get(manifest.ruleSet)?.publication)
    add('publicationWithoutClock', 'limits.publication');
  materials.forEach(({ key, keyMaterial, laterWithin }, index) => {
    if (laterWithin && keyMaterial)
      add('laterOfKeyMaterial', `materials.${index}.laterWithin`, { name: key });
  });
  return [...found, ...lintChecks(pack), ...lintCheckResults(pack)];
}

/** The number of instances of a parallel multi-instance task as written; empty for any other task. */
function loopCardinality(task: ModdleElement): string {
  const loop = elementOf(task, 'loopCharacteristics');
  if (loop?.$type !== 'bpmn:MultiInstanceLoopCharacteristics' || loop.get('isSequential') === true) return '';
  const cardinality = elementOf(loop, 'loopCardinality');
  return cardinality ? textOf(cardinality, 'body').trim() : '';
}

/** Every license or benefit that a check is about has a clock for it, whatever the field says that decides the interval. */
function lintChecks({ manifest, forms }: ManifestUnderLint): Finding[] {
  return manifest.checks.flatMap(({ key, every }, index) => {
    const place = { file: MANIFEST, path: `checks.${index}.every` };
    if (!('by' in every))
      return every.unit === 'none' || every.unit === 'immediate'
        ? [finding('checkWithoutClock', place, { name: key, value: every.unit })]
        : [];
    const { origin, step, pointer } = parseSource(every.by);
    const paths =
      origin === 'intake'
        ? manifest.operations.map(({ intakeForm }) => intakeForm)
        : [manifest.steps[step ?? '']?.form];
    const field = paths.flatMap(
      (path) => forms.get(path ?? '')?.fields.filter((entry) => entry.input && entry.path === pointer) ?? [],
    )[0];
    const listed = every.table.flatMap(({ values }) => values);
    const options = (field && optionsOf(field.component)) || [];
    const open = every.otherwise ? [] : options.filter((value) => !listed.includes(value));
    const clockless = every.table.filter((row) => row.every.unit === 'none').flatMap(({ values }) => values);
    return [...open, ...clockless].map((value) => finding('checkWithoutClock', place, { name: key, value }));
  });
}

/** The result of a check is read from a field of its own form, and each value that counts as passed can be chosen there. */
function lintCheckResults({ manifest, forms }: ManifestUnderLint): Finding[] {
  return manifest.checks.flatMap(({ key, form, result }, index) => {
    if (result === undefined) return [];
    const place = { file: MANIFEST, path: `checks.${index}.result` };
    const field = forms.get(form ?? '')?.fields.find((entry) => entry.input && entry.path === result.field);
    if (field === undefined)
      return [finding('pointerDangling', place, { name: key, pointer: result.field, form: form ?? '' })];
    const options = optionsOf(field.component);
    return result.passed
      .filter((value) => options !== null && options.length > 0 && !options.includes(value))
      .map((value) => finding('checkResultUnknown', place, { name: key, value, pointer: result.field }));
  });
}
