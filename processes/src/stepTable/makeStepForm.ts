import type { FieldRow, StepRow } from './StepRow.ts';

/** A form that asks for the fields of a line, in Form.io's own terms. Keys are numbered: names of fields may be Chinese. */
export function makeStepForm(row: StepRow, name: string): object {
  return {
    title: row.name,
    name,
    display: 'form',
    type: 'form',
    properties: { en: englishName(row) },
    components: componentsOf(row.fields),
  };
}

export function componentsOf(fields: readonly FieldRow[]): object[] {
  return fields.map((field, at) => componentOf(field, `field${at + 1}`));
}

/** The name in English; where none is given, the Chinese one, so that nothing is made up. */
export function englishName({ name, nameEn }: StepRow): string {
  return nameEn ?? name;
}

const DAY = '^20[0-9]{2}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])$';

function componentOf({ name, type, options }: FieldRow, key: string): object {
  const base = { key, label: name, input: true };
  const properties = { en: name };
  const values = options.map((label, at) => ({ value: `option${at + 1}`, label }));
  const named = {
    ...properties,
    ...Object.fromEntries(values.map(({ value, label }) => [`en.${value}`, label])),
  };
  const text = { type: 'textfield', ...base };
  switch (type) {
    case 'text':
      return { ...text, validate: { required: true, maxLength: 200 }, properties };
    case 'longText':
      return {
        type: 'textarea',
        ...base,
        validate: { required: true, maxLength: 2000 },
        rows: 3,
        properties,
      };
    case 'number':
      return { type: 'number', ...base, validate: { required: true }, decimalLimit: 2, properties };
    case 'date':
      return {
        ...text,
        validate: {
          required: true,
          maxLength: 10,
          pattern: DAY,
          customMessage: `${name}请按“年-月-日”填写，例如 2026-11-23`,
        },
        placeholder: '2026-11-23',
        properties: { ...properties, format: 'date' },
      };
    case 'phone':
    case 'residentId':
    case 'uscc':
      return {
        ...text,
        validate: { required: true, maxLength: 20 },
        properties: { ...properties, format: type },
      };
    case 'yesNo':
      return {
        type: 'radio',
        ...base,
        validate: { required: true },
        values: [
          { value: 'yes', label: '是' },
          { value: 'no', label: '否' },
        ],
        inline: true,
        properties: { ...properties, 'en.yes': 'Yes', 'en.no': 'No' },
      };
    case 'choice':
      return {
        type: 'radio',
        ...base,
        validate: { required: true },
        values,
        inline: true,
        properties: named,
      };
    case 'choices':
      return {
        type: 'selectboxes',
        ...base,
        validate: { required: true, minSelectedCount: 1 },
        values,
        properties: named,
      };
    case 'file':
      return {
        type: 'file',
        ...base,
        multiple: true,
        filePattern: '.jpg,.jpeg,.png,.pdf',
        fileMaxSize: '20MB',
        storage: 'case',
        validate: { required: false },
        properties,
      };
  }
}
