import { variablesOf } from '../expression/evaluateExpression.ts';
import { parseExpression } from '../expression/parseExpression.ts';
import { MANIFEST } from '../pack/packFiles.ts';
import type { PackManifest, Question } from '../schema/packSchema.ts';
import { type Finding, type FindingCode, finding } from './Finding.ts';
import { optionsOf } from './inputDomains.ts';
import type { ManifestUnderLint } from './LintContext.ts';

/** 情形引导: every question fills a field of a form, offers its options, and changes something. */
export function lintQuestions({ manifest, forms }: ManifestUnderLint): Finding[] {
  const found: Finding[] = [];
  const variablesFor = ({ field }: Question) =>
    manifest.intakeVariables.filter(({ from }) => from === `/${field}`).map(({ name }) => name);
  const used = new Set(conditionsOf(manifest).flatMap((when) => variablesOf(parseExpression(when))));
  const before = new Set<string>(['operation']);
  manifest.questions.forEach((question, index) => {
    const path = `questions.${index}`;
    const name = question.title['zh-CN'];
    const nameEn = question.title.en;
    const add = (code: FindingCode, part: string, params: Record<string, string> = {}) =>
      found.push(finding(code, { file: MANIFEST, path: `${path}.${part}` }, { name, nameEn, ...params }));
    const fields = manifest.operations.flatMap(({ intakeForm }) => {
      const field = forms
        .get(intakeForm)
        ?.fields.find((entry) => entry.input && entry.path === `/${question.field}`);
      const options = field === undefined ? null : optionsOf(field.component);
      return options === null ? [] : [{ form: intakeForm, options }];
    });
    if (fields.length === 0) add('questionFieldUnknown', 'field', { field: question.field });
    const offered = question.options.map(({ value }) => value);
    for (const { form, options } of fields) {
      question.options.forEach(({ value }, at) => {
        if (!options.includes(value)) add('questionOptionUnknown', `options.${at}.value`, { value, form });
      });
      for (const value of options)
        if (!offered.includes(value)) add('questionOptionMissing', 'options', { value, form });
    }
    for (const variable of question.when === undefined ? [] : variablesOf(parseExpression(question.when)))
      if (!before.has(variable)) add('questionOrder', 'when', { variable });
    const variables = variablesFor(question);
    for (const variable of variables) before.add(variable);
    if (!variables.some((variable) => used.has(variable))) add('questionIdle', 'field');
  });
  return found;
}

function conditionsOf({ materials, limits, theme, questions }: PackManifest): string[] {
  const parts = [...materials, ...(limits.variants ?? []), ...(theme?.items ?? []), ...questions];
  return parts.flatMap(({ when }) => when ?? []);
}
