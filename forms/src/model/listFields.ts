import { isObject, type Text } from './formDefinition.ts';
import { type Field, fieldsInScope, readFields } from './readFields.ts';
import { type Option, readLabel, readOptions } from './readLabels.ts';

export interface ListedField {
  readonly key: string;
  /** Dotted path into the submission; a field inside the rows of a datagrid is named without row number. */
  readonly path: string;
  readonly type: string;
  readonly label: Text;
  readonly required: boolean;
  /** Choices of select, radio and select boxes; empty for others. */
  readonly options: readonly Option[];
  /** `properties.format` of a text field: `date`, `residentId` … */
  readonly format?: string;
}

/** Every field of a form that has a value, groups and datagrids included, in the order of the form. */
export function listFields(form: unknown): ListedField[] {
  return listScope(readFields(form), '');
}

function listScope(fields: readonly Field[], prefix: string): ListedField[] {
  return fieldsInScope(fields)
    .filter((field) => field.kind !== 'static')
    .flatMap((field) => {
      const path = prefix === '' ? field.key : `${prefix}.${field.key}`;
      return [describe(field, path), ...listScope(field.children, path)];
    });
}

function describe(field: Field, path: string): ListedField {
  const validate = isObject(field.component['validate']) ? field.component['validate'] : {};
  const properties = isObject(field.component['properties']) ? field.component['properties'] : {};
  const format = properties['format'];
  return {
    key: field.key,
    path,
    type: field.type,
    label: readLabel(field.component),
    required: validate['required'] === true,
    options: readOptions(field.component),
    ...(typeof format === 'string' ? { format } : {}),
  };
}
