import type { InputDomain } from '../dmn/partitionInput.ts';
import type { Decision } from '../dmn/readDmn.ts';
import { parseUnaryTests, type Scalar, type UnaryTest } from '../dmn/unaryTests.ts';
import type { Variable } from '../schema/stepSchema.ts';
import { declaredVariables } from './declaredVariables.ts';
import type { PackUnderLint } from './LintContext.ts';
import { isRecord } from './readForm.ts';

const wholeTypes = ['integer', 'long'];

/**
 * The values that each variable can take, as far as the pack says so: options of the form fields bound to it,
 * bounds of number fields, outputs of another decision, kinds of operations.
 */
export function variableDomains(pack: PackUnderLint): Map<string, InputDomain> {
  const domains = new Map<string, InputDomain>();
  for (const [name, values] of declaredVariables(pack)) {
    const known = values?.filter((value): value is Scalar => value !== null);
    if (known && known.length > 0) domains.set(name, { values: known });
  }
  const { manifest } = pack;
  const forms = manifest.operations.map(({ intakeForm }) => intakeForm);
  const bound = new Map<string, InputDomain>();
  const bind = (variable: Variable, formPaths: readonly string[]) => {
    const own = new Map<string, InputDomain>();
    add(own, variable, formPaths, pack);
    const [found, earlier] = [own.get(variable.name), bound.get(variable.name)];
    if (found !== undefined) bound.set(variable.name, earlier === undefined ? found : either(earlier, found));
  };
  for (const variable of manifest.intakeVariables) bind(variable, forms);
  for (const { form, variables } of Object.values(manifest.steps))
    for (const variable of variables) bind(variable, [form]);
  for (const [name, domain] of bound) domains.set(name, domain);
  for (const { table } of pack.decisions) {
    const output = table?.outputs[0]?.name;
    const values = table ? outputValues(table) : null;
    if (output && values) domains.set(output, { values });
  }
  return domains;
}

/** What a variable can be that two places set, each with values of its own. */
function either(one: InputDomain, other: InputDomain): InputDomain {
  if (one.values !== undefined && other.values !== undefined)
    return { values: [...new Set([...one.values, ...other.values])] };
  if (one.values !== undefined || other.values !== undefined) return {};
  const outer = (pick: (...values: number[]) => number, key: 'minimum' | 'maximum') => {
    const [left, right] = [one[key], other[key]];
    return left === undefined || right === undefined ? undefined : pick(left, right);
  };
  return {
    minimum: outer(Math.min, 'minimum'),
    maximum: outer(Math.max, 'maximum'),
    ...(one.required === true && other.required === true ? { required: true } : {}),
  };
}

/** What the table's own allowed values and type leave of a domain. */
export function columnDomain(
  column: { readonly type: string; readonly allowed: string },
  domain: InputDomain | undefined,
): InputDomain {
  const whole = wholeTypes.includes(column.type);
  if (column.allowed === '') {
    if (!domain && column.type === 'boolean') return { values: [true, false] };
    return { ...domain, ...(whole ? { whole } : {}) };
  }
  const allowed = parseUnaryTests(column.allowed);
  const values = allowed ? listed(allowed) : null;
  if (values) return { values };
  if (allowed?.kind === 'range' && allowed.fromIncluded && allowed.toIncluded) {
    const { from, to } = allowed;
    if (typeof from === 'number' && typeof to === 'number') return { minimum: from, maximum: to, whole };
  }
  return { ...domain, ...(whole ? { whole } : {}) };
}

function listed(test: UnaryTest): Scalar[] | null {
  if (test.kind === 'compare') return test.operator === '=' ? [test.value] : null;
  if (test.kind !== 'either') return null;
  const parts = test.of.map(listed);
  return parts.includes(null) ? null : parts.flatMap((part) => part ?? []);
}

function outputValues(table: NonNullable<Decision['table']>): Scalar[] | null {
  const cells = table.rules.map(({ outputs }) =>
    listed(parseUnaryTests(outputs[0] ?? '') ?? { kind: 'any' }),
  );
  return cells.length === 0 || cells.includes(null) ? null : cells.flatMap((cell) => cell ?? []);
}

/** A field that a form lacks gives the variable's default. */
function add(
  domains: Map<string, InputDomain>,
  { name, from, daysFrom, daysSince, default: absent }: Variable,
  formPaths: readonly string[],
  { forms }: PackUnderLint,
): void {
  // Days between two days: any whole number.
  if ((daysFrom ?? daysSince) !== undefined) return;
  const fields = formPaths.flatMap((path) => {
    const found = forms.get(path)?.fields.find((field) => field.input && field.path === from);
    return found ? [found] : [];
  });
  if (fields.length === 0) return;
  const options = fields.map(({ component }) => optionsOf(component));
  if (!options.includes(null)) {
    const values = options.flatMap((list) => list ?? []);
    domains.set(name, { values: absent === undefined ? values : [...values, absent] });
    return;
  }
  if (fields.every(({ component }) => isRecord(component.validate) && component.validate.required === true))
    domains.set(name, { required: true });
  const bounds = (key: 'min' | 'max') =>
    fields.map(({ component }) => (isRecord(component.validate) ? component.validate[key] : undefined));
  const [minima, maxima] = [bounds('min'), bounds('max')];
  const defaults = typeof absent === 'number' ? [absent] : [];
  const known = (list: unknown[]): list is number[] => list.every((value) => typeof value === 'number');
  if (known(minima) || known(maxima)) {
    domains.set(name, {
      minimum: known(minima) ? Math.min(...minima, ...defaults) : undefined,
      maximum: known(maxima) ? Math.max(...maxima, ...defaults) : undefined,
    });
  }
}

/** Values of a select with one choice or a radio; null for any other field. */
export function optionsOf(component: Readonly<Record<string, unknown>>): string[] | null {
  if (component.multiple === true) return null;
  const data = isRecord(component.data) ? component.data.values : undefined;
  const list = component.type === 'radio' ? component.values : component.type === 'select' ? data : undefined;
  if (!Array.isArray(list)) return null;
  return list.flatMap((option) => (isRecord(option) ? [String(option.value)] : []));
}
