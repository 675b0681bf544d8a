import { type ListedField, listFields } from '@onewindow/forms';
import { fieldAt } from '../catalog/fieldAt.ts';
import type { LoadedPack } from '../catalog/packRegistry.ts';
import type { Text } from '../errors/appError.ts';

/** What a decision table asks about, in the words of the form that it comes from. */
export interface RoutingWords {
  /** What a column is called; what the table itself calls it where the form says nothing. */
  heading(expression: string, own: string): Text;
  /** A value that the table saw or answered; empty for one that stands for “nothing was said”. */
  value(expression: string, value: unknown): Text;
  /** What a row asks of a column: its quoted values in words. */
  condition(expression: string, test: string): Text;
}

const yes: Text = { 'zh-CN': '是', en: 'yes' };
const no: Text = { 'zh-CN': '否', en: 'no' };
/** Variables that every case has. */
const areas: Readonly<Record<string, string>> = { town: 'Town', village: 'Village' };
const operation: Text = { 'zh-CN': '办理情形', en: 'Operation' };
const same = (text: string): Text => ({ 'zh-CN': text, en: text });
const both = (of: (language: keyof Text) => string): Text => ({ 'zh-CN': of('zh-CN'), en: of('en') });

/** For a case of this operation; `departmentName` gives the name of a department, undefined for what is none. */
export function routingWords(
  loaded: LoadedPack,
  options: { operation: string; departmentName: (id: string) => string | undefined },
): RoutingWords {
  const fields = fieldsOf(loaded, options.operation);
  const known = (expression: string) => fields.get(expression.replace(/^date\((\w+)\)$/, '$1'));
  const operations = new Map<string, Text>(loaded.pack.operations.map(({ key, name }) => [key, name]));
  const value = (expression: string, given: unknown): Text => {
    if (given === null || given === undefined || given === '') return same('');
    if (given === true || given === 'true') return yes;
    if (given === false || given === 'false') return no;
    const text = String(given);
    const field = known(expression);
    const option = field?.options?.find((entry) => String(entry.value) === text);
    if (option !== undefined) return option.label;
    // A default that the form does not offer says that it was left out.
    if (field?.unsaid === text) return same('');
    const name = expression === 'operation' ? operations.get(text) : undefined;
    return name ?? same(options.departmentName(text) ?? text);
  };
  return {
    heading: (expression, own) => {
      if (expression === 'operation') return operation;
      return { 'zh-CN': own, en: known(expression)?.label?.en || areas[expression] || own };
    },
    value,
    condition: (expression, test) => {
      if (test === '-') return same('');
      if (test === 'true' || test === 'false') return value(expression, test);
      const words = (language: keyof Text) =>
        test
          .replace(/"\s*,\s*"/g, `"${language === 'en' ? ', ' : '、'}"`)
          .replace(/"([^"]*)"/g, (_, quoted: string) => value(expression, quoted)[language] || quoted);
      return both(words);
    },
  };
}

interface Known {
  readonly label: Text | undefined;
  readonly options: ListedField['options'] | undefined;
  readonly unsaid: string;
}

/** The fields behind the variables of the application and of the steps, by the name of the variable. */
function fieldsOf(loaded: LoadedPack, operationKey: string): ReadonlyMap<string, Known> {
  const { operations, intakeVariables, steps } = loaded.pack;
  const found = new Map<string, Known>();
  const take = (form: string, variables: readonly { name: string; from: string; default?: unknown }[]) => {
    const fields = listFields(loaded.form(form));
    for (const { name, from, default: unsaid } of variables) {
      const field = fieldAt(fields, from);
      // What the form of this operation does not ask for has its name from another's, and is as unsaid as what was left out.
      const label = field?.label ?? found.get(name)?.label;
      found.set(name, { label, options: field?.options, unsaid: String(unsaid ?? '') });
    }
  };
  for (const step of Object.values(steps)) take(step.form, step.variables);
  for (const { key, intakeForm } of operations)
    if (key !== operationKey && intakeForm !== undefined) take(intakeForm, intakeVariables);
  const form = operations.find(({ key }) => key === operationKey)?.intakeForm;
  if (form !== undefined) take(form, intakeVariables);
  return found;
}
