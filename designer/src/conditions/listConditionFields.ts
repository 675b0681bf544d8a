import { type ListedField, listFields } from '@onewindow/forms';
import { findConditionVariables, type Variable } from '../bpmn/findVariables.ts';
import type { BpmnElement, Services } from '../bpmn/modelerTypes.ts';
import { attribute } from '../bpmn/PackEditor.ts';
import type { Department } from '../DesignerContext.ts';
import { designerTexts } from '../i18n/designerTexts.ts';
import { sayAbout } from '../i18n/punctuate.ts';
import type { Manifest, ManifestVariable } from '../model/manifest.ts';
import type { Locale } from '../model/packFiles.ts';
import type { ConditionField, FieldType } from './ConditionField.ts';
import { conditionTexts } from './conditionTexts.ts';
import { readDecisionResults } from './readDecisionResults.ts';

interface Pack {
  readonly manifest: Manifest;
  readonly files: ReadonlyMap<string, string>;
  readonly locale: Locale;
  /** Departments of the installation by name; empty: their ids are shown. */
  readonly departments: readonly Department[];
}

/** What a condition of pack.yaml may ask about before anybody has worked on the case (materials, questions, fees). */
export function listIntakeFields(pack: Pack): ConditionField[] {
  const { manifest, locale } = pack;
  const texts = designerTexts[locale];
  return [
    ...intakeVariables(pack),
    {
      name: 'operation',
      label: texts.variables.operation,
      type: 'choice',
      options: (manifest.operations ?? []).map(({ key, name }) => ({ value: key, label: name[locale] })),
    },
    ...(['town', 'village'] as const).map((name) => department(name, texts.departments[name], pack)),
  ];
}

/** What a condition of pack.yaml may ask about later: what steps find out as well (limits, escalations). */
export function listCaseFields(pack: Pack): ConditionField[] {
  const found = [
    ...listIntakeFields(pack),
    ...stepVariables(pack),
    { name: 'decision', label: designerTexts[pack.locale].variables.decision, ...decided(pack.locale) },
  ];
  return found.filter((field, at) => found.findIndex((other) => other.name === field.name) === at);
}

/** What a condition on a flow may ask about, in the words of the forms, steps and decision tables that it comes from. */
export function listFlowFields(
  registry: Services['elementRegistry'],
  flow: BpmnElement,
  pack: Pack,
): ConditionField[] {
  const known = new Map(
    [...intakeVariables(pack), ...stepVariables(pack)].map((field) => [field.name, field]),
  );
  const results = readDecisionResults(pack.files);
  const decisions = new Map(
    registry
      .filter((element) => element.type === 'bpmn:BusinessRuleTask')
      .map((element) => [
        attribute(element, 'camunda:resultVariable'),
        results.find(({ decision }) => decision === attribute(element, 'camunda:decisionRef')),
      ]),
  );
  return findConditionVariables(registry, pack.manifest, flow, pack.locale).map((variable) => {
    const result = decisions.get(variable.name);
    if (result !== undefined) {
      const options = result.values.map((value) => ({ value, label: departmentName(value, pack) }));
      return {
        name: variable.name,
        label: variable.label,
        type: result.type,
        ...(options.length > 0 ? { options } : {}),
      };
    }
    if (variable.name === 'town' || variable.name === 'village')
      return department(variable.name, variable.label, pack);
    return known.get(variable.name) ?? plain(variable);
  });
}

function plain({ name, label, type, values }: Variable): ConditionField {
  if (values.length > 0) return { name, label, type: 'choice', options: values };
  return { name, label, type: type === 'string' ? 'text' : (type as FieldType) };
}

function decided(locale: Locale): Pick<ConditionField, 'type' | 'options'> {
  return { type: 'choice', options: designerTexts[locale].decisions };
}

function department(name: string, label: string, { departments }: Pack): ConditionField {
  return departments.length === 0
    ? { name, label, type: 'text' }
    : {
        name,
        label,
        type: 'choice',
        options: departments.map(({ id, name: words }) => ({ value: id, label: words })),
      };
}

/** A department in words; the value itself where it is none. */
function departmentName(value: string, { departments }: Pack): string {
  return departments.find(({ id }) => id === value)?.name ?? value;
}

function intakeVariables(pack: Pack): ConditionField[] {
  const forms = (pack.manifest.operations ?? []).flatMap(({ intakeForm }) => intakeForm ?? []);
  return (pack.manifest.intakeVariables ?? []).map((variable) => bound(variable, forms, pack));
}

/** What the steps find out, with the step that does; a variable of several steps is of none of them alone. */
function stepVariables(pack: Pack): ConditionField[] {
  const steps = Object.entries(pack.manifest.steps ?? {});
  const names = steps.flatMap(([, { variables = [] }]) => variables.map(({ name }) => name));
  return steps.flatMap(([key, { form, name: words, variables = [] }]) =>
    variables.map((variable) => {
      const field = bound(variable, form === undefined ? [] : [form], pack);
      const isShared = names.filter((name) => name === variable.name).length > 1;
      if (isShared || field.label === field.name) return field;
      return { ...field, label: sayAbout(pack.locale, words?.[pack.locale] ?? key, field.label) };
    }),
  );
}

/** A variable with label, type and options of the form field that it is taken from. */
function bound(variable: ManifestVariable, forms: readonly string[], pack: Pack): ConditionField {
  const { files, locale } = pack;
  const { name, type } = variable;
  const path = (variable.from ?? '').slice(1).replaceAll('/', '.');
  const fields = forms.flatMap((form) => fieldAt(files.get(form) ?? '', path));
  const [field] = fields;
  const texts = conditionTexts[locale];
  const days = texts.daysIn[variable.daysIn ?? 'day'];
  if (variable.daysFrom !== undefined && field !== undefined) {
    const start = sayDay(variable.daysFrom, forms, pack);
    return { name, label: texts.daysBetween(start, field.label[locale], days), type: 'number' };
  }
  if (variable.daysSince !== undefined && field !== undefined)
    return { name, label: texts.daysSince[variable.daysSince](field.label[locale], days), type: 'number' };
  if (field === undefined) return { name, label: name, type: simple(type) };
  const label = field.label[locale];
  const options = fields
    .flatMap((one) => one.options)
    .filter((option, at, all) => all.findIndex((other) => other.value === option.value) === at)
    .map((option) => ({ value: option.value, label: option.label[locale] }));
  if (type === 'string' && options.length > 0) return { name, label, type: 'choice', options };
  if (type === 'string' && (field.type === 'date' || field.format === 'date'))
    return { name, label, type: 'date', required: fields.every(({ required }) => required) };
  return { name, label, type: simple(type) };
}

/** A day that is counted from, in words: of the same form, or with the form that it stands in. */
function sayDay(daysFrom: string, own: readonly string[], { manifest, files, locale }: Pack): string {
  const [, origin = '', pointer = ''] = /^(?:([^:]*):)?\/(.*)$/.exec(daysFrom) ?? [];
  const path = pointer.replaceAll('/', '.');
  const step = /^step\.(.*)$/.exec(origin)?.[1];
  const other = step === undefined ? undefined : manifest.steps?.[step];
  const intake = (manifest.operations ?? []).flatMap(({ intakeForm }) => intakeForm ?? []);
  const forms = origin === '' ? own : step === undefined ? intake : [other?.form ?? ''];
  const [field] = forms.flatMap((form) => fieldAt(files.get(form) ?? '', path));
  const label = field?.label[locale] ?? path;
  const texts = conditionTexts[locale];
  if (origin === '') return label;
  return texts.ofForm(step === undefined ? texts.application : (other?.name?.[locale] ?? step), label);
}

/** The field at a path of a form; an option of select boxes is named by field and option. */
function fieldAt(text: string, path: string): ListedField[] {
  try {
    const fields = listFields(JSON.parse(text));
    const own = fields.find((field) => field.path === path);
    if (own !== undefined) return [own];
    const [, holder = '', value = ''] = /^(.*)\.([^.]+)$/.exec(path) ?? [];
    const boxes = fields.find((field) => field.path === holder && field.type === 'selectboxes');
    const option = boxes?.options.find((one) => one.value === value);
    if (boxes === undefined || option === undefined) return [];
    const joined = (locale: Locale) => `${boxes.label[locale]}：${option.label[locale]}`;
    return [
      { ...boxes, options: [], label: { 'zh-CN': joined('zh-CN'), en: joined('en').replace('：', ': ') } },
    ];
  } catch {
    return [];
  }
}

function simple(type: string): FieldType {
  return type === 'number' || type === 'boolean' ? type : 'text';
}
