import { dayVariable } from '@onewindow/processes/dmn';
import type { ConditionField, FieldType } from '../conditions/ConditionField.ts';
import type { Department } from '../DesignerContext.ts';
import { readOutput } from './cellTest.ts';
import type { DecisionText } from './dmnText.ts';

const numbers = ['number', 'double', 'integer', 'long', 'float', 'decimal'];

/** What the columns of a table ask about: fields of the pack where the variable is known, else what the table says. */
export function inputFields(table: DecisionText, known: readonly ConditionField[]): ConditionField[] {
  return table.inputs.map(({ expression, label, type }) => {
    const day = dayVariable(expression);
    const field = known.find(({ name }) => name === (day ?? expression));
    if (day !== null) return { required: field?.required === true, type: 'date', name: expression, label };
    const fallback: FieldType = numbers.includes(type) ? 'number' : type === 'boolean' ? 'boolean' : 'text';
    return { ...(field ?? { type: fallback }), name: expression, label };
  });
}

/** What the results of a table are: yes or no, a number, a department, a text. */
export function outputFields(table: DecisionText, departments: readonly Department[]): ConditionField[] {
  return table.outputs.map((_, column) => outputField(table, column, departments));
}

function outputField(
  table: DecisionText,
  column: number,
  departments: readonly Department[],
): ConditionField {
  const output = table.outputs[column];
  const base = { name: output?.name ?? '', label: output?.label ?? '' };
  const type = output?.type ?? 'string';
  if (type === 'boolean') return { ...base, type: 'boolean' };
  if (numbers.includes(type)) return { ...base, type: 'number' };
  const values = table.rules.flatMap((rule) => readOutput(rule.outputs[column] ?? '') ?? []);
  const isDepartment = values.some((value) => departments.some(({ id }) => id === value));
  if (!isDepartment) return { ...base, type: 'text' };
  return {
    ...base,
    type: 'choice',
    options: departments.map(({ id, name }) => ({ value: id, label: name })),
  };
}

/** Whether a column asks about days that have an order, and not about their texts. */
export function isDayColumn({ name }: ConditionField): boolean {
  return dayVariable(name) !== null;
}

/** What a column asks about a field: of a date its day, so that it has an order. */
export function expressionOf({ name, type }: ConditionField): string {
  return type === 'date' ? `date(${name})` : name;
}

/** `typeRef` of a column for a field; '' for a day, which no type of the engine's tables takes as it is. */
export function typeRefOf(field: ConditionField): string {
  if (field.type === 'date') return '';
  if (field.type === 'number' || field.type === 'money') return 'double';
  return field.type === 'boolean' ? 'boolean' : 'string';
}
